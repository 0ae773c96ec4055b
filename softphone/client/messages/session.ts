import { child, integerAt, textAt, type XmlElement } from '../xml/element.js';
import { el, optional } from '../xml/write.js';
import { namespaces } from './namespaces.js';
import type { Service } from './service.js';
import { acknowledged, avaya, service } from './service.js';

/** Parameters of {@link startApplicationSession}. */
export interface StartSession {
    readonly applicationId: string;
    readonly user: string;
    readonly password: string;
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
}

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
                el('applicationSpecificInfo', loginInfo(request)),
            ),
            el('requestedProtocolVersions', el('protocolVersion', namespaces.csta)),
            el('requestedSessionDuration', request.duration),
        ],
        read: (answer) => ({
            sessionId: textAt(answer, 'sessionID') ?? '',
            protocolVersion: textAt(answer, 'actualProtocolVersion') ?? namespaces.csta,
            duration: integerAt(answer, 'actualSessionDuration') ?? request.duration,
        }),
    });
}

/** Keeps the session; the answer is the granted number of seconds. */
export function resetApplicationSessionTimer(sessionId: string, duration: number): Service<number> {
    return sessionService({
        name: 'ResetApplicationSessionTimer',
        body: [el('sessionID', sessionId), el('requestedSessionDuration', duration)],
        read: (answer) => integerAt(answer, 'actualSessionDuration') ?? duration,
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

function loginInfo(request: StartSession) {
    return avaya(
        'SessionLoginInfo',
        el('userName', request.user),
        el('password', request.password),
        optional('sessionCleanupDelay', request.cleanupDelay),
    );
}

function sessionService<Answer>(parts: Omit<Parameters<typeof service<Answer>>[0], 'namespace'>): Service<Answer> {
    return {
        ...service({ ...parts, namespace: namespaces.session }),
        answerName: `${parts.name}PosResponse`,
    };
}
