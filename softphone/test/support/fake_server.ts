import type { OpenSocket, Socket } from '../../client/connection/socket.js';
import { textAt, type XmlElement } from '../../client/xml/element.js';
import { parseXml } from '../../client/xml/parse.js';

const csta = 'xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed3"';

/** One accepted connection of a {@link FakeServer}. */
export class FakeSocket implements Socket {
    onopen: (() => void) | null = null;
    onmessage: ((event: { data: unknown }) => void) | null = null;
    onclose: ((event: { code: number; reason: string }) => void) | null = null;
    onerror: ((event: unknown) => void) | null = null;
    closedByClient = false;

    constructor(
        private readonly server: FakeServer,
        readonly protocol: string,
    ) {}

    send(text: string): void {
        this.server.received(this, text);
    }

    close(): void {
        this.closedByClient = true;
    }

    /** Gives the client a frame. */
    deliver(invokeId: number, xml: string): void {
        this.onmessage?.({ data: String(invokeId).padStart(4, '0') + xml });
    }

    /** Sends an event. */
    event(name: string, body: string): void {
        this.deliver(9999, `<${name} ${csta}>${body}</${name}>`);
    }

    /** Breaks the connection. */
    break(code = 1006, reason = ''): void {
        this.onclose?.({ code, reason });
    }
}

/** A request as the server saw it. */
export interface SeenRequest {
    readonly socket: FakeSocket;
    readonly invokeId: number;
    readonly message: XmlElement;
}

/** Body of an answer by request name; undefined lets the request wait. */
export type Answers = Record<string, (message: XmlElement) => string | undefined>;

/**
 * A gateway made of nothing but answers given by the test. Sessions are granted unless the test says otherwise.
 */
export class FakeServer {
    readonly sockets: FakeSocket[] = [];
    readonly seen: SeenRequest[] = [];
    answers: Answers = {};
    accepting = true;

    readonly open: OpenSocket = (_url, subprotocols) => {
        const socket = new FakeSocket(this, subprotocols.join(', '));
        this.sockets.push(socket);
        queueMicrotask(() => (this.accepting ? socket.onopen?.() : socket.break()));
        return socket;
    };

    /** The connection made last. */
    get last(): FakeSocket {
        const socket = this.sockets.at(-1);
        if (!socket) throw new Error('no connection was made');
        return socket;
    }

    received(socket: FakeSocket, text: string): void {
        const invokeId = Number(text.slice(0, 4));
        const message = parseXml(text.slice(4));
        this.seen.push({ socket, invokeId, message });
        const answer = (this.answers[message.name] ?? standardAnswers[message.name])?.(message);
        if (answer !== undefined) queueMicrotask(() => socket.deliver(invokeId, answer));
    }

    /** Names of all requests so far. */
    get names(): string[] {
        return this.seen.map(({ message }) => message.name);
    }

    /** The request of that name seen last. */
    request(name: string): SeenRequest {
        const found = [...this.seen].reverse().find(({ message }) => message.name === name);
        if (!found) throw new Error(`${name} was not sent; seen: ${this.names.join(', ')}`);
        return found;
    }
}

/** Wraps a body into a positive answer. */
export function answer(name: string, body = ''): string {
    return `<${name} ${csta}>${body}</${name}>`;
}

/** A refusal. */
export function refusal(category: string, value: string): string {
    return answer('CSTAErrorCode', `<${category}>${value}</${category}>`);
}

/** A connection identifier's content. */
export function connection(callId: string | number, device: string): string {
    return `<callID>${callId}</callID><deviceID>${device}</deviceID>`;
}

/** The answer of SnapshotDevice: `[callId, ownState]` for each call. */
export function deviceCalls(device: string, ...calls: (readonly [number, string])[]): string {
    const infos = calls.map(
        ([id, state]) =>
            `<snapshotDeviceResponseInfo><connectionIdentifier>${connection(id, device)}</connectionIdentifier>` +
            `<localCallState><compoundCallState><localConnectionState>${state}</localConnectionState>` +
            '</compoundCallState></localCallState></snapshotDeviceResponseInfo>',
    );
    return answer(
        'SnapshotDeviceResponse',
        `<crossRefIDorSnapshotData><snapshotData>${infos.join('')}</snapshotData></crossRefIDorSnapshotData>`,
    );
}

/** The answer of SnapshotCall: `[device, state]` for each connection. */
export function callParties(callId: number, ...parties: (readonly [string, string])[]): string {
    const infos = parties.map(
        ([device, state]) =>
            `<snapshotCallResponseInfo><deviceOnCall><deviceIdentifier>${device}</deviceIdentifier></deviceOnCall>` +
            `<callIdentifier>${connection(callId, device)}</callIdentifier>` +
            `<localConnectionInfo>${state}</localConnectionInfo></snapshotCallResponseInfo>`,
    );
    return answer(
        'SnapshotCallResponse',
        `<crossRefIDorSnapshotData><snapshotData>${infos.join('')}</snapshotData></crossRefIDorSnapshotData>`,
    );
}

let sessions = 0;

const standardAnswers: Answers = {
    StartApplicationSession: () =>
        `<StartApplicationSessionPosResponse><sessionID>S${++sessions}</sessionID><actualProtocolVersion>ed3` +
        '</actualProtocolVersion><actualSessionDuration>90</actualSessionDuration></StartApplicationSessionPosResponse>',
    ResetApplicationSessionTimer: () =>
        '<ResetApplicationSessionTimerPosResponse><actualSessionDuration>90</actualSessionDuration>' +
        '</ResetApplicationSessionTimerPosResponse>',
    SystemRegister: () => answer('SystemRegisterResponse', '<sysStatRegisterID>1</sysStatRegisterID>'),
    StopApplicationSession: () => '<StopApplicationSessionPosResponse/>',
    MonitorStart: (message) => {
        const device = textAt(message, 'monitorObject', 'deviceObject');
        return answer('MonitorStartResponse', `<monitorCrossRefID>M${device}</monitorCrossRefID>`);
    },
    MonitorStop: () => answer('MonitorStopResponse'),
    SnapshotDevice: () => deviceCalls('4001'),
    GetAgentState: () => agentState('agentNull'),
};

/** The answer of GetAgentState. */
export function agentState(state: string, privateData = ''): string {
    return answer(
        'GetAgentStateResponse',
        `<agentStateList><agentStateEntry><loggedOnState>${state !== 'agentNull'}</loggedOnState><agentInfo>` +
            `<agentInfoItem><agentState>${state}</agentState></agentInfoItem></agentInfo></agentStateEntry>` +
            '</agentStateList><extensions><privateData><private><GetAgentStateResponsePrivateData>' +
            `${privateData}</GetAgentStateResponsePrivateData></private></privateData></extensions>`,
    );
}
