import type { RequestError } from '../messages/errors.js';
import type { CstaEvent } from '../messages/events.js';
import type { ServiceOptions } from '../messages/service.js';
import type { StartedSession } from '../messages/session.js';
import type { SystemStatus } from '../messages/system.js';
import type { XmlElement } from '../xml/element.js';
import type { BackOff } from './back_off.js';
import { systemClock, type Clock } from './clock.js';
import type { Traffic } from './connection.js';
import type { Credentials } from './credentials.js';
import { openBrowserSocket, type OpenSocket } from './socket.js';

/** Settings of a CstaClient; only the address and the {@link Credentials} are necessary. */
export interface ClientSettings extends Credentials {
    /** Such as `wss://engine.example:8090/`. */
    readonly url: string;
    /** Name of the program, for the server's logs. Default `softphone`. */
    readonly applicationId?: string;
    /** Session time to ask for, seconds. Default 90: a dead connection is then found within about 35 s. */
    readonly sessionSeconds?: number;
    /**
     * Seconds that the server keeps a session whose connection broke, 0 to 300. Default 60: a client that is back by
     * then goes on with its session, its monitors and the events it missed.
     */
    readonly cleanupDelaySeconds?: number;
    /** Time limit of a request unless it brings its own. Default 10 s. */
    readonly requestLimitMs?: number;
    /** Time limit of timer resets and of opening a connection. Default 5 s. */
    readonly aliveLimitMs?: number;
    /** Default: first wait up to 0.5 s, doubling up to 30 s. */
    readonly backOff?: BackOff;
    readonly openSocket?: OpenSocket;
    readonly clock?: Clock;
}

/** Where a client stands. */
export type ClientState =
    | { readonly phase: 'idle' }
    | { readonly phase: 'connecting'; readonly attempt: number }
    | { readonly phase: 'online'; readonly sessionId: string }
    /** The connection is lost; the next attempt begins when the clock shows `retryAt`. */
    | { readonly phase: 'waiting'; readonly attempt: number; readonly retryAt: number; readonly reason: string }
    /** Over until `start` is called again: stopped, refused, or ended by the server. */
    | { readonly phase: 'ended'; readonly reason: string; readonly fault?: RequestError };

/** What a CstaClient tells its listeners. */
export interface ClientEvents {
    state: ClientState;
    /**
     * A session has started, the first one or one after a lost connection: set up monitors now, unless `resumed` says
     * that it is the old one.
     */
    session: StartedSession;
    event: CstaEvent;
    /** The server's word on the switch behind it. */
    systemStatus: SystemStatus;
    /** The server ended a monitor; the payload is its cross reference. */
    monitorStopped: string;
    /** Any other message that answers no request. */
    other: XmlElement;
    /** Every message in both directions. */
    traffic: Traffic;
}

/** Per request: everything has a default. */
export interface SendOptions extends ServiceOptions {
    readonly limitMs?: number;
}

/** What a setting is when nobody says. */
export const defaults = {
    applicationId: 'softphone',
    sessionSeconds: 90,
    cleanupDelaySeconds: 60,
    requestLimitMs: 10_000,
    aliveLimitMs: 5_000,
    backOff: { firstMs: 500, capMs: 30_000 },
    openSocket: openBrowserSocket,
    clock: systemClock,
};
