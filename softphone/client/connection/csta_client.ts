import { DisconnectedError, SessionError, TimeoutError, type RequestError } from '../messages/errors.js';
import { readEvent } from '../messages/read_event.js';
import type { Service } from '../messages/service.js';
import {
    readTermination,
    resetApplicationSessionTimer,
    startApplicationSession,
    stopApplicationSession,
    type SessionTermination,
    type StartedSession,
} from '../messages/session.js';
import { readSystemStatus, systemRegister } from '../messages/system.js';
import { namespaces } from '../messages/namespaces.js';
import { textAt, type XmlElement } from '../xml/element.js';
import { el, writeXml } from '../xml/write.js';
import { backOffDelay } from './back_off.js';
import { defaults, type ClientEvents, type ClientSettings, type ClientState, type SendOptions } from './client_settings.js';
import type { Clock } from './clock.js';
import { reasonToStayAway } from './close_codes.js';
import { Connection } from './connection.js';
import { Emitter } from './emitter.js';
import { freshToken, tokenSubprotocol, type TokenSource } from './credentials.js';
import { SessionKeeper } from './session_keeper.js';
import { SessionMemory } from './session_memory.js';
import { TokenKeeper } from './token_keeper.js';

/** The user's own token source failed; never on the wire. */
const noTokenCode = 4001;

/** Refusals of a session that pass by themselves. */
const passing: readonly string[] = ['serverResourcesBusy', 'maxNumberSessions'];

/**
 * A session with a gateway that survives lost connections. All methods and listeners run on the one JavaScript
 * thread; listeners get messages in the order of the wire.
 */
export class CstaClient extends Emitter<ClientEvents> {
    private readonly settings: ClientSettings & typeof defaults;
    private readonly clock: Clock;
    private current: ClientState = { phase: 'idle' };
    private connection: Connection | undefined;
    private keeper: SessionKeeper | undefined;
    private tokenKeeper: TokenKeeper | undefined;
    private readonly memory = new SessionMemory();
    private termination: SessionTermination | undefined;
    private cancelRetry: () => void = () => undefined;

    constructor(settings: ClientSettings) {
        super();
        this.settings = { ...defaults, ...settings };
        this.clock = this.settings.clock;
    }

    get state(): ClientState {
        return this.current;
    }

    /**
     * Connects and logs in, and stays so until `stop` or a refusal: lost connections are made again by themselves.
     * Resolves when the first session has started, however many attempts that takes.
     * @throws SessionError if the server refuses the session, DisconnectedError if `stop` comes first.
     */
    start(): Promise<void> {
        if (this.current.phase !== 'idle' && this.current.phase !== 'ended') return Promise.resolve();
        const started = new Promise<void>((resolve, reject) => {
            const stopListening = this.on('state', (state) => {
                if (state.phase !== 'online' && state.phase !== 'ended') return;
                stopListening();
                if (state.phase === 'online') resolve();
                else reject(state.fault ?? new DisconnectedError('StartApplicationSession', false));
            });
        });
        this.connect(0);
        return started;
    }

    /** Logs out and ends the connection; waits for the server's answer no longer than the alive limit. */
    async stop(): Promise<void> {
        const { connection, current } = this;
        this.stopKeepers();
        this.cancelRetry();
        if (connection && current.phase === 'online') {
            await connection
                .send(stopApplicationSession(current.sessionId), this.settings.aliveLimitMs)
                .catch(() => undefined); // the connection ends in any case
        }
        this.end('stopped');
    }

    /**
     * Carries out a request. One that gets no answer in time makes the client look at once whether the server is there.
     * @throws CstaError (refused), TimeoutError, DisconnectedError, ProtocolError.
     */
    async send<Answer>(service: Service<Answer>, options: SendOptions = {}): Promise<Answer> {
        if (!this.connection || this.current.phase !== 'online') throw new DisconnectedError(service.name, false);
        const { connection, keeper } = this;
        try {
            return await connection.send(service, options.limitMs ?? this.settings.requestLimitMs, options);
        } catch (fault) {
            if (fault instanceof TimeoutError && connection === this.connection) void keeper?.check();
            throw fault;
        }
    }

    /** Finds out at once whether the connection still works; for pages that wake up or change networks. */
    async checkConnection(): Promise<void> {
        if (this.current.phase === 'online') await this.keeper?.check();
        if (this.current.phase === 'waiting') this.connect(this.current.attempt);
    }

    private connect(attempt: number): void {
        this.cancelRetry();
        this.termination = undefined;
        this.enter({ phase: 'connecting', attempt });
        const { token } = this.settings;
        if (token === undefined) this.openConnection(attempt);
        else void this.connectWithToken(attempt, token);
    }

    /** The token is there before the connection: the server does not wait long for a log-in. */
    private async connectWithToken(attempt: number, source: TokenSource): Promise<void> {
        const connecting = this.current;
        try {
            const token = await freshToken(source);
            if (this.current === connecting) this.openConnection(attempt, token);
        } catch (fault) {
            if (this.current === connecting) this.lost(noTokenCode, `no token: ${String(fault)}`, attempt);
        }
    }

    private openConnection(attempt: number, token?: string): void {
        const { openSocket, url, aliveLimitMs, tokenPlace } = this.settings;
        const inHandshake = tokenPlace === 'subprotocol' && token !== undefined;
        const connection: Connection = new Connection(
            openSocket,
            url,
            this.clock,
            aliveLimitMs,
            {
                opened: () => void this.logIn(connection, attempt, inHandshake ? undefined : token),
                unasked: (message) => this.dispatch(message),
                traffic: (traffic) => this.emit('traffic', traffic),
                closed: (code, reason) => this.lost(code, reason, attempt),
            },
            inHandshake ? [tokenSubprotocol(token)] : [],
        );
        this.connection = connection;
    }

    private async logIn(connection: Connection, attempt: number, token: string | undefined): Promise<void> {
        const { applicationId, user, password, cleanupDelaySeconds, sessionSeconds, requestLimitMs } = this.settings;
        const { resumable } = this.memory;
        const wishes = { cleanupDelay: cleanupDelaySeconds, duration: sessionSeconds, resume: resumable };
        try {
            const request = startApplicationSession({ applicationId, user, password, token, ...wishes });
            const session = await connection.send(request, requestLimitMs);
            if (this.connection === connection) this.began(connection, session);
        } catch (fault) {
            if (this.connection !== connection) return;
            const refused = fault instanceof SessionError && !passing.includes(fault.reason);
            if (refused && !resumable) return this.end(fault.message, fault);
            if (refused) this.memory.forget(); // perhaps only the old session is refused
            connection.abandon(fault instanceof Error ? fault.message : `log-in attempt ${attempt} failed`);
        }
    }

    private began(connection: Connection, session: StartedSession): void {
        const { aliveLimitMs, requestLimitMs, sessionSeconds, token } = this.settings;
        const keep = (fresh?: string) =>
            connection.send(resetApplicationSessionTimer(session.sessionId, sessionSeconds, fresh), aliveLimitMs);
        this.keeper = new SessionKeeper(this.clock, session.duration, {
            reset: async () => (await keep()).duration,
            lost: () => connection.abandon('the server no longer answers'),
        });
        if (typeof token === 'function') {
            const renew = async () => (await keep(await freshToken(token))).authenticationExpires;
            this.tokenKeeper = new TokenKeeper(this.clock, renew);
            this.tokenKeeper.expiresIn(session.authenticationExpires);
        }
        this.memory.began(session);
        this.enter({ phase: 'online', sessionId: session.sessionId });
        this.emit('session', session);
        // Servers without this service refuse; then failing requests tell that the switch is away.
        if (!session.resumed) connection.send(systemRegister(), requestLimitMs).catch(() => undefined);
    }

    private stopKeepers(): void {
        this.keeper?.stop();
        this.tokenKeeper?.stop();
    }

    private lost(code: number, reason: string, attempt: number): void {
        const wasOnline = this.current.phase === 'online';
        const { termination } = this;
        this.connection = undefined;
        this.stopKeepers();
        if (this.current.phase === 'ended') return;
        const words = termination && !termination.defined ? termination.reason : undefined;
        const stayAway = reasonToStayAway({ code, reason, words, freshTokens: typeof this.settings.token === 'function' });
        if (stayAway !== undefined) return this.end(stayAway);
        const next = wasOnline ? 0 : attempt + 1;
        const delay = backOffDelay(this.settings.backOff, next, () => this.clock.random());
        const why = termination?.reason ?? (reason || `connection closed with code ${code}`);
        this.cancelRetry = this.clock.after(delay, () => this.connect(next));
        this.enter({ phase: 'waiting', attempt: next, retryAt: this.clock.now() + delay, reason: why });
    }

    private end(reason: string, fault?: RequestError): void {
        if (this.current.phase === 'ended') return;
        this.memory.forget();
        this.cancelRetry();
        this.enter(fault ? { phase: 'ended', reason, fault } : { phase: 'ended', reason });
        this.connection?.abandon(reason);
    }

    private dispatch(message: XmlElement): void {
        if (message.name === 'ApplicationSessionTerminated') {
            this.terminated(readTermination(message));
        } else if (message.name === 'SystemStatus') {
            this.connection?.sendUnasked(writeXml(el('SystemStatusResponse', { xmlns: namespaces.csta })));
            this.emit('systemStatus', readSystemStatus(message));
        } else if (message.name === 'MonitorStop') {
            this.emit('monitorStopped', textAt(message, 'monitorCrossRefID') ?? '');
        } else {
            const event = readEvent(message);
            this.memory.saw(event?.eventId);
            if (event) this.emit('event', event);
            else this.emit('other', message);
        }
    }

    private terminated(termination: SessionTermination): void {
        const { connection } = this;
        this.termination = termination;
        this.memory.forget();
        this.stopKeepers();
        // The server closes the connection, and its close code matters; do not rely on it for ever.
        this.clock.after(this.settings.aliveLimitMs, () => connection?.abandon(termination.reason));
    }

    private enter(state: ClientState): void {
        this.current = state;
        this.emit('state', state);
    }
}
