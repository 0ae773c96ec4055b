import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
    answerCall,
    CstaClient,
    CstaError,
    DisconnectedError,
    ProtocolError,
    requestSystemStatus,
    SessionError,
    TimeoutError,
    type ClientState,
} from '../client/index.js';
import { integerAt, textAt } from '../client/xml/element.js';
import { FakeClock, settle } from './support/fake_clock.js';
import { answer, FakeServer, refusal } from './support/fake_server.js';

const own = { callId: '1', deviceId: '4001' };

function makeClient() {
    const server = new FakeServer();
    const clock = new FakeClock();
    const client = new CstaClient({ url: 'wss://x/', user: 'u', password: 'p', openSocket: server.open, clock });
    const states: ClientState[] = [];
    client.on('state', (state) => states.push(state));
    return { server, clock, client, phases: () => states.map(({ phase }) => phase) };
}

async function online() {
    const parts = makeClient();
    await parts.client.start();
    return parts;
}

const neverReset = { ResetApplicationSessionTimer: () => undefined };

test('start offers the subprotocol, logs in and is online', async () => {
    const { server, client, phases } = await online();
    assert.equal(server.last.protocol, 'csta-xml');
    const { message } = server.request('StartApplicationSession');
    const login = message.children[0]?.children[1]?.children[0];
    assert.equal(textAt(login, 'userName'), 'u');
    assert.equal(textAt(login, 'password'), 'p');
    assert.equal(integerAt(message, 'requestedSessionDuration'), 90);
    assert.deepEqual(phases(), ['connecting', 'online']);
    assert.equal(client.state.phase, 'online');
});

test('answers find their requests in any order', async () => {
    const { server, client } = await online();
    server.answers = { AnswerCall: () => undefined, RequestSystemStatus: () => undefined };
    const first = client.send(answerCall(own));
    const second = client.send(requestSystemStatus());
    await settle();
    const { socket, invokeId } = server.request('RequestSystemStatus');
    socket.deliver(invokeId, answer('RequestSystemStatusResponse', '<systemStatus>normal</systemStatus>'));
    assert.equal(await second, 'normal');
    socket.deliver(server.request('AnswerCall').invokeId, answer('AnswerCallResponse'));
    await first;
});

test('a refusal is a CstaError', async () => {
    const { server, client } = await online();
    server.answers = { AnswerCall: () => refusal('stateIncompatibility', 'noCallToAnswer') };
    await assert.rejects(client.send(answerCall(own)), (error: CstaError) => {
        assert.ok(error instanceof CstaError);
        assert.equal(error.request, 'AnswerCall');
        return error.value === 'noCallToAnswer';
    });
});

test('an answer of the wrong name is a ProtocolError', async () => {
    const { server, client } = await online();
    server.answers = { AnswerCall: () => answer('HoldCallResponse') };
    await assert.rejects(client.send(answerCall(own)), ProtocolError);
});

test('no answer in time is a TimeoutError, and the late answer does no harm', async () => {
    const { server, clock, client } = await online();
    server.answers = { AnswerCall: () => undefined };
    const late = assert.rejects(client.send(answerCall(own), { limitMs: 1000 }), TimeoutError);
    await clock.advance(1000);
    await late;
    const { socket, invokeId } = server.request('AnswerCall');
    server.answers = {};
    const next = client.send(requestSystemStatus()).catch(() => undefined);
    await settle();
    assert.notEqual(server.request('RequestSystemStatus').invokeId, invokeId);
    socket.deliver(invokeId, answer('AnswerCallResponse'));
    socket.break();
    await next;
});

test('a broken connection fails what waits, says so, and nothing is sent into the void', async () => {
    const { server, client } = await online();
    server.answers = { AnswerCall: () => undefined };
    const waiting = client.send(answerCall(own));
    await settle();
    server.last.break();
    await assert.rejects(waiting, (error: DisconnectedError) => error instanceof DisconnectedError && error.sent);
    await assert.rejects(client.send(answerCall(own)), (error: DisconnectedError) => !error.sent);
});

test('a lost connection is made again after a jittered wait, with a new session', async () => {
    const { server, clock, client, phases } = await online();
    const sessions: string[] = [];
    client.on('session', ({ sessionId }) => sessions.push(sessionId));
    server.last.break();
    assert.deepEqual(client.state, { phase: 'waiting', attempt: 0, retryAt: 250, reason: 'connection closed with code 1006' });
    await clock.advance(249);
    assert.equal(server.sockets.length, 1);
    await clock.advance(1);
    assert.equal(client.state.phase, 'online');
    assert.equal(sessions.length, 1);
    assert.deepEqual(phases(), ['connecting', 'online', 'waiting', 'connecting', 'online']);
});

test('waits grow while the server is away and begin anew after a success', async () => {
    const { server, clock, client } = await online();
    const retries: number[] = [];
    client.on('state', (state) => state.phase === 'waiting' && retries.push(state.retryAt - clock.now()));
    server.accepting = false;
    server.last.break();
    await clock.advance(250 + 500 + 1000 + 2000);
    assert.deepEqual(retries, [250, 500, 1000, 2000, 4000]);
    server.accepting = true;
    await clock.advance(4000);
    assert.equal(client.state.phase, 'online');
    server.last.break();
    assert.equal(retries.at(-1), 250);
});

test('start resolves at the first success, however many attempts that takes', async () => {
    const { server, clock, client } = makeClient();
    server.accepting = false;
    let done = false;
    const started = client.start().then(() => (done = true));
    await clock.advance(2000);
    assert.equal(done, false);
    server.accepting = true;
    await clock.advance(10_000);
    await started;
});

test('a refused log-in ends it: no more attempts', async () => {
    const { server, clock, client } = makeClient();
    server.answers = {
        StartApplicationSession: () =>
            '<StartApplicationSessionNegResponse><errorCode><definedError>invalidApplicationInfo</definedError></errorCode>' +
            '</StartApplicationSessionNegResponse>',
    };
    await assert.rejects(client.start(), SessionError);
    assert.equal(client.state.phase, 'ended');
    await clock.advance(100_000);
    assert.equal(server.sockets.length, 1);
    assert.ok(server.last.closedByClient);
});

test('a server without room is asked again', async () => {
    const { server, clock, client } = makeClient();
    server.answers = {
        StartApplicationSession: () =>
            '<StartApplicationSessionNegResponse><errorCode><definedError>maxNumberSessions</definedError></errorCode>' +
            '</StartApplicationSessionNegResponse>',
    };
    const started = client.start();
    await settle();
    assert.equal(client.state.phase, 'waiting');
    server.answers = {};
    await clock.advance(1000);
    await started;
});

test('the session timer is reset at each third of the granted time', async () => {
    const { server, clock } = await online();
    await clock.advance(29_999);
    assert.ok(!server.names.includes('ResetApplicationSessionTimer'));
    await clock.advance(1);
    assert.ok(server.names.includes('ResetApplicationSessionTimer'));
    await clock.advance(60_000);
    assert.equal(server.names.filter((name) => name === 'ResetApplicationSessionTimer').length, 3);
});

test('a session registers for the status of the switch, and lives without it', async () => {
    const { server, client } = await online();
    assert.ok(server.names.includes('SystemRegister'));
    server.answers = { SystemRegister: () => refusal('operation', 'serviceNotSupported') };
    await settle();
    assert.equal(client.state.phase, 'online');
});

test('a server that no longer answers the reset is given up', async () => {
    const { server, clock, client } = await online();
    server.answers = neverReset;
    await clock.advance(30_000);
    assert.equal(client.state.phase, 'online');
    await clock.advance(5_000);
    assert.equal(client.state.phase, 'waiting');
    assert.ok(server.last.closedByClient);
});

test('checkConnection asks at once, and tries at once while waiting', async () => {
    const { server, clock, client } = await online();
    await client.checkConnection();
    assert.ok(server.names.includes('ResetApplicationSessionTimer'));
    server.answers = neverReset;
    const check = client.checkConnection();
    await clock.advance(5_000);
    await check;
    assert.equal(server.sockets.length, 2);
    await settle();
    assert.equal(client.state.phase, 'online');
});

test('a request without an answer makes the client look whether the server is there', async () => {
    const { server, clock, client } = await online();
    server.answers = { ...neverReset, AnswerCall: () => undefined };
    const late = assert.rejects(client.send(answerCall(own), { limitMs: 1000 }), (fault: TimeoutError) => fault.uncertain);
    await clock.advance(1000);
    await late;
    assert.ok(server.names.includes('ResetApplicationSessionTimer'));
    await clock.advance(5_000);
    assert.equal(client.state.phase, 'waiting');
});

test('a session that timed out on the server is started anew', async () => {
    const { server, clock, client } = await online();
    const term = '<definedTermReason>sessionTimerExpired</definedTermReason>';
    server.last.event('ApplicationSessionTerminated', `<sessionTermReason>${term}</sessionTermReason>`);
    server.last.break(1000);
    assert.equal(client.state.phase, 'waiting');
    await clock.advance(250);
    assert.equal(client.state.phase, 'online');
});

test('a session ended by the server in its own words stays ended, and the words are kept', async () => {
    const { server, clock, client } = await online();
    const term = '<serverTermReason>idle for 60 minutes</serverTermReason>';
    server.last.event('ApplicationSessionTerminated', `<sessionTermReason>${term}</sessionTermReason>`);
    server.last.break(1000);
    assert.deepEqual(client.state, { phase: 'ended', reason: 'idle for 60 minutes' });
    await clock.advance(100_000);
    assert.equal(server.sockets.length, 1);
});

test('a server that goes away for a restart is waited for', async () => {
    const { server, client } = await online();
    const term = '<serverTermReason>restart</serverTermReason>';
    server.last.event('ApplicationSessionTerminated', `<sessionTermReason>${term}</sessionTermReason>`);
    server.last.break(1012);
    assert.equal(client.state.phase, 'waiting');
});

test('a terminated session whose connection stays open is given up', async () => {
    const { server, clock, client } = await online();
    server.last.event('ApplicationSessionTerminated', '<sessionTermReason><definedTermReason>resourceLimitation</definedTermReason></sessionTermReason>');
    await clock.advance(5_000);
    assert.equal(client.state.phase, 'waiting');
});

test('stop logs out, closes and stays so', async () => {
    const { server, clock, client } = await online();
    await client.stop();
    assert.ok(server.names.includes('StopApplicationSession'));
    assert.ok(server.last.closedByClient);
    assert.deepEqual(client.state, { phase: 'ended', reason: 'stopped' });
    await clock.advance(100_000);
    assert.equal(server.sockets.length, 1);
    assert.equal(clock.running, 0);
});

test('stop during the first attempts makes start fail', async () => {
    const { server, clock, client } = makeClient();
    server.accepting = false;
    const started = assert.rejects(client.start(), DisconnectedError);
    await clock.advance(100);
    await client.stop();
    await started;
    assert.equal(clock.running, 0);
});

test('a stopped client can be started again', async () => {
    const { server, client } = await online();
    await client.stop();
    await client.start();
    assert.equal(client.state.phase, 'online');
    assert.equal(server.sockets.length, 2);
});

test('a connection that does not open in time is given up', async () => {
    const clock = new FakeClock();
    const socket = { onopen: null, onmessage: null, onclose: null, onerror: null, protocol: '', send() {}, close() {} };
    const client = new CstaClient({ url: 'wss://x/', user: 'u', password: '', clock, openSocket: () => socket });
    void client.start().catch(() => undefined);
    await clock.advance(5_000);
    assert.equal(client.state.phase, 'waiting');
    await client.stop();
});

test('unreadable messages end the connection, which is then made again', async () => {
    for (const frame of ['no digits', '9999<not closed>', 42]) {
        const { server, client } = await online();
        server.last.onmessage?.({ data: frame });
        assert.equal(client.state.phase, 'waiting', String(frame));
    }
});

test('events, monitor stops, system status and others reach their listeners in order', async () => {
    const { server, client } = await online();
    const heard: string[] = [];
    client.on('event', ({ kind }) => heard.push(kind));
    client.on('monitorStopped', (monitor) => heard.push(`stop ${monitor}`));
    client.on('systemStatus', (status) => heard.push(status));
    client.on('other', ({ name }) => heard.push(name));
    server.last.event('HeldEvent', '<monitorCrossRefID>1</monitorCrossRefID><heldConnection><callID>1</callID></heldConnection>');
    server.last.event('StrangeEvent', '<monitorCrossRefID>1</monitorCrossRefID>');
    server.last.event('MonitorStop', '<monitorCrossRefID>1</monitorCrossRefID>');
    server.last.event('SystemStatus', '<systemStatus>disabled</systemStatus>');
    server.last.event('Hello', '');
    assert.deepEqual(heard, ['Held', 'Other', 'stop 1', 'disabled', 'Hello']);
    assert.equal(server.request('SystemStatusResponse').invokeId, 9999);
});

test('the traffic view masks passwords', async () => {
    const { server, client } = makeClient();
    const seen: string[] = [];
    client.on('traffic', ({ direction, xml }) => direction === 'sent' && seen.push(xml));
    await client.start();
    assert.match(seen[0] ?? '', /<password>\*\*\*<\/password>/);
    assert.equal(server.names[0], 'StartApplicationSession');
});
