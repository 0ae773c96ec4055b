import { child, descend, integerAt, textAt, type XmlElement } from '../xml/element.js';
import { el, optional } from '../xml/write.js';
import type { EventId } from './events.js';
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
    /** Ask for numbered events, which a session that shall be taken up again needs. Default true. */
    readonly numbered?: boolean;
    /** The session to go on with, whose connection broke. */
    readonly resume?: { readonly sessionId: string; readonly position: EventId } | undefined;
}

/** How a client gets what it missed: not at all, by the events that follow, or by looking at the switch itself. */
export type ResumeOutcome = 'nothingMissed' | 'replayed' | 'snapshot';

/** Answer of {@link startApplicationSession}. */
export interface StartedSession {
    readonly sessionId: string;
    readonly protocolVersion: string;
    /** Granted seconds. */
    readonly duration: number;
    /** Seconds until the token expires that was used; undefined = never. */
    readonly authenticationExpires: number | undefined;
    /** The last event before this answer; undefined if the server does not number events. */
    readonly resume?: { readonly outcome: ResumeOutcome; readonly position: EventId } | undefined;
    /** True if this is the session asked for, with its monitors, and every missed event follows. */
    readonly resumed: boolean;
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
                el('applicationSpecificInfo', loginInfo(request), tokenElement(request.token), wishForEvents(request)),
            ),
            el('requestedProtocolVersions', el('protocolVersion', namespaces.csta)),
            el('requestedSessionDuration', request.duration),
        ],
        read: (answer) => ({
            sessionId: textAt(answer, 'sessionID') ?? '',
            protocolVersion: textAt(answer, 'actualProtocolVersion') ?? namespaces.csta,
            ...keptSession(answer, request.duration),
            ...resumption(answer, request),
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

const outcomes: readonly (string | undefined)[] = ['nothingMissed', 'replayed', 'snapshot'] satisfies ResumeOutcome[];

function resumption(answer: XmlElement, request: StartSession): Pick<StartedSession, 'resume' | 'resumed'> {
    const element = descend(answer, 'extensions', 'EventResume');
    const epoch = textAt(element, 'epoch');
    const seq = integerAt(element, 'seq');
    const outcome = textAt(element, 'outcome');
    if (epoch === undefined || seq === undefined || !outcomes.includes(outcome)) return { resumed: false };
    const same = request.resume !== undefined && textAt(answer, 'sessionID') === request.resume.sessionId;
    const resume = { outcome: outcome as ResumeOutcome, position: { epoch, seq } };
    return { resume, resumed: same && resume.outcome !== 'snapshot' };
}

function wishForEvents({ resume, numbered }: StartSession) {
    if (numbered === false) return undefined;
    const position = resume && [el('epoch', resume.position.epoch), el('seq', resume.position.seq)];
    return el('EventResume', { xmlns: namespaces.ctiengine }, ...(position ?? []));
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
        optional('sessionID', request.resume?.sessionId),
    );
}

function sessionService<Answer>(parts: Omit<Parameters<typeof service<Answer>>[0], 'namespace'>): Service<Answer> {
    return {
        ...service({ ...parts, namespace: namespaces.session }),
        answerName: `${parts.name}PosResponse`,
    };
}
