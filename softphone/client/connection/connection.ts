import { DisconnectedError, ProtocolError } from '../messages/errors.js';
import type { Service, ServiceOptions } from '../messages/service.js';
import type { XmlElement } from '../xml/element.js';
import { parseXml } from '../xml/parse.js';
import type { Clock } from './clock.js';
import { readFrame, subprotocol, unaskedId, writeFrame } from './frame.js';
import { PendingRequests } from './pending_requests.js';
import type { OpenSocket, Socket } from './socket.js';

/** One message as it was on the wire, for logs and debugging views. Passwords and tokens are masked. */
export interface Traffic {
    readonly direction: 'sent' | 'received';
    readonly invokeId: number;
    readonly xml: string;
}

/** What a {@link Connection} tells its owner. `closed` comes exactly once and is the last. */
export interface ConnectionOwner {
    opened(): void;
    /** A message that answers no request. */
    unasked(message: XmlElement): void;
    traffic(traffic: Traffic): void;
    closed(code: number, reason: string): void;
}

/** Close code for "this side gave up waiting"; never on the wire. */
export const abandonedCode = 4000;

/** One WebSocket from its opening to its end: frames, answers, time limits. It knows nothing of sessions. */
export class Connection {
    private readonly pending: PendingRequests;
    private readonly socket: Socket;
    private readonly cancelOpenTimer: () => void;
    private ended = false;

    constructor(
        openSocket: OpenSocket,
        url: string,
        clock: Clock,
        openLimitMs: number,
        private readonly owner: ConnectionOwner,
        tokenProtocols: readonly string[] = [],
    ) {
        this.pending = new PendingRequests(clock);
        this.socket = openSocket(url, [subprotocol, ...tokenProtocols]);
        this.socket.onopen = () => this.opened();
        this.socket.onmessage = ({ data }) => this.received(data);
        this.socket.onclose = ({ code, reason }) => this.end(code, reason);
        this.socket.onerror = null; // a close event always follows
        this.cancelOpenTimer = clock.after(openLimitMs, () => this.abandon('no connection within the time limit'));
    }

    /** Sends a request. The answer is typed by the service; failures are {@link RequestError}s. */
    async send<Answer>(service: Service<Answer>, limitMs: number, options: ServiceOptions = {}): Promise<Answer> {
        if (this.ended) throw new DisconnectedError(service.name, false);
        const xml = service.write(options);
        const invokeId = this.pending.takeId();
        if (invokeId === undefined) throw new ProtocolError(service.name, 'all invoke IDs are in use');
        const answer = this.pending.expect(invokeId, service, limitMs);
        this.sendFrame(invokeId, xml);
        return answer;
    }

    /** Sends what needs no answer, such as the answer to a request of the server. */
    sendUnasked(xml: string): void {
        if (!this.ended) this.sendFrame(unaskedId, xml);
    }

    /** Ends the connection now, without waiting for the other side, which may be out of reach. */
    abandon(reason: string): void {
        if (this.ended) return;
        this.detach();
        this.socket.close(1000, reason.slice(0, 100));
        this.end(abandonedCode, reason);
    }

    private detach(): void {
        this.socket.onopen = this.socket.onmessage = this.socket.onclose = null;
        this.socket.onerror = () => undefined; // the ws package throws what nobody listens to
    }

    private opened(): void {
        this.cancelOpenTimer();
        this.owner.opened();
    }

    private received(data: unknown): void {
        const frame = typeof data === 'string' ? readFrame(data) : undefined;
        if (!frame) return this.abandon('the server sent something that is not a csta-xml message');
        this.owner.traffic({ direction: 'received', ...frame });
        let message: XmlElement;
        try {
            message = parseXml(frame.xml);
        } catch (fault) {
            return this.abandon(`the server sent XML that cannot be read: ${String(fault)}`);
        }
        const answered = frame.invokeId !== unaskedId && this.pending.answer(frame.invokeId, message);
        if (!answered) this.owner.unasked(message);
    }

    private sendFrame(invokeId: number, xml: string): void {
        this.owner.traffic({ direction: 'sent', invokeId, xml: maskSecrets(xml) });
        this.socket.send(writeFrame({ invokeId, xml }));
    }

    private end(code: number, reason: string): void {
        if (this.ended) return;
        this.ended = true;
        this.cancelOpenTimer();
        this.pending.failAll();
        this.owner.closed(code, reason);
    }
}

function maskSecrets(xml: string): string {
    return xml.replace(/(<(?:password|Token)\b[^>]*>)[^<]+/g, '$1***');
}
