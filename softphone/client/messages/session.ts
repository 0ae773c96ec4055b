import { child, integerAt, textAt, type XmlElement } from '../xml/element.js';
import { el, optional } from '../xml/write.js';
import { namespaces } from './namespaces.js';
import type { Service } from './service.js';
import { acknowledged, avaya, service } from './service.js';

/** Parameters of {@link startApplicationSession}. */
export interface StartSession {
    readonly applicationId: string;
    /** May be left out with a token that names the user. */
    readonly user?: string | undefined;
    readonly password?: string | undefined;
    /** A JSON Web Token in place of the password. */
    readonly token?: string | undefined;
    /** Seconds that the server keeps the session after the connection broke; 0 to 300. */
    readonly cleanupDelay: number;
    /** Seconds between two resets of the session timer, at most; the server may grant another value. */
    readonly duration: number;
}

/** Answer of {@link startApplicationSession}. */
export interface StartedSession {
    readonly sessionId: string;
    readonly protocolVersion: string;
    /** Granted seconds. */
    readonly duration: number;
    /** Seconds until the token expires that was used; undefined = never. */
    readonly authenticationExpires: number | undefined;
}

/** Answer of {@link resetApplicationSessionTimer}. */
export type KeptSession = Pick<StartedSession, 'duration' | 'authenticationExpires'>;

/** Why the server ended a session by itself. */
export interface SessionTermination {
    readonly sessionId: string | undefined;
    /** A value of the standard, or the server's own words. */
    readonly reason: string;
    /** True if `reason` is a value of the standard. */
    readonly defined: boolean;
}

/** Log-in: the first request of every connection (ECMA-354). */
export function startApplicationSession(request: StartSession): Service<StartedSession> {
    return sessionService({
        name: 'StartApplicationSession',
        body: [
            el(
                'applicationInfo',
                el('applicationID', request.applicationId),
                el('applicationSpecificInfo', loginInfo(request), tokenElement(request.token)),
            ),
            el('requestedProtocolVersions', el('protocolVersion', namespaces.csta)),
            el('requestedSessionDuration', request.duration),
        ],
        read: (answer) => ({
            sessionId: textAt(answer, 'sessionID') ?? '',
            protocolVersion: textAt(answer, 'actualProtocolVersion') ?? namespaces.csta,
            ...keptSession(answer, request.duration),
        }),
    });
}

/** Keeps the session. With a fresh `token` it also proves anew who the user is, before the old token expires. */
export function resetApplicationSessionTimer(sessionId: string, duration: number, token?: string): Service<KeptSession> {
    return sessionService({
        name: 'ResetApplicationSessionTimer',
        body: [
            el('sessionID', sessionId),
            el('requestedSessionDuration', duration),
            token === undefined ? undefined : el('extensions', tokenElement(token)),
        ],
        read: (answer) => keptSession(answer, duration),
    });
}

/** Log-out. */
export function stopApplicationSession(sessionId: string): Service<void> {
    return sessionService({
        name: 'StopApplicationSession',
        body: [el('sessionID', sessionId), el('sessionEndReason', el('definedEndReason', 'normal'))],
        read: acknowledged,
    });
}

/** Reads the server's notice that it ended the session. */
export function readTermination(message: XmlElement): SessionTermination {
    const reason = child(message, 'sessionTermReason');
    const defined = textAt(reason, 'definedTermReason');
    return {
        sessionId: textAt(message, 'sessionID'),
        reason: defined ?? textAt(reason, 'serverTermReason') ?? 'unknown',
        defined: defined !== undefined,
    };
}

function keptSession(answer: XmlElement, wish: number): KeptSession {
    return {
        duration: integerAt(answer, 'actualSessionDuration') ?? wish,
        authenticationExpires: integerAt(child(answer, 'extensions'), 'AuthenticationExpires'),
    };
}

function tokenElement(token: string | undefined) {
    return token === undefined ? undefined : el('Token', { xmlns: namespaces.ctiengine }, token);
}

function loginInfo(request: StartSession) {
    return avaya(
        'SessionLoginInfo',
        optional('userName', request.user),
        optional('password', request.password),
        optional('sessionCleanupDelay', request.cleanupDelay),
    );
}

function sessionService<Answer>(parts: Omit<Parameters<typeof service<Answer>>[0], 'namespace'>): Service<Answer> {
    return {
        ...service({ ...parts, namespace: namespaces.session }),
        answerName: `${parts.name}PosResponse`,
    };
}
