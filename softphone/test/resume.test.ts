import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CstaClient, Phone, type StartedSession } from '../client/index.js';
import { child, textAt, type XmlElement } from '../client/xml/element.js';
import { FakeClock, settle } from './support/fake_clock.js';
import { answer, FakeServer, refusal } from './support/fake_server.js';

const started = (sessionId: string, outcome: string, seq: number) =>
    `<StartApplicationSessionPosResponse><sessionID>${sessionId}</sessionID><actualProtocolVersion>ed3` +
    '</actualProtocolVersion><actualSessionDuration>90</actualSessionDuration><extensions>' +
    `<EventResume xmlns="urn:ctiengine:1"><outcome>${outcome}</outcome><epoch>7</epoch><seq>${seq}</seq></EventResume>` +
    '</extensions></StartApplicationSessionPosResponse>';

const refused =
    '<StartApplicationSessionNegResponse><errorCode><definedError>invalidApplicationInfo</definedError></errorCode>' +
    '</StartApplicationSessionNegResponse>';

const place = (seq: number) =>
    '<extensions><privateData><private><EventId xmlns="urn:ctiengine:1"><epoch>7</epoch>' +
    `<seq>${seq}</seq></EventId></private></privateData></extensions>`;

const held = (seq: number) =>
    '<monitorCrossRefID>M4001</monitorCrossRefID><heldConnection><callID>1</callID><deviceID>4001</deviceID>' +
    `</heldConnection><holdingDevice><deviceIdentifier>4001</deviceIdentifier></holdingDevice>${place(seq)}`;

async function online() {
    const server = new FakeServer();
    const clock = new FakeClock();
    server.answers = { StartApplicationSession: () => started('S', 'nothingMissed', 40) };
    const client = new CstaClient({ url: 'wss://x/', user: 'u', password: 'p', openSocket: server.open, clock });
    const sessions: StartedSession[] = [];
    client.on('session', (session) => sessions.push(session));
    await client.start();
    return { server, clock, client, sessions };
}

const specificInfo = (message: XmlElement) => child(child(message, 'applicationInfo'), 'applicationSpecificInfo');

test('the first log-in asks for numbered events and names no session', async () => {
    const { server, sessions } = await online();
    const info = specificInfo(server.request('StartApplicationSession').message);
    assert.ok(child(info, 'EventResume'));
    assert.equal(textAt(info, 'EventResume', 'seq'), undefined);
    assert.equal(textAt(info, 'SessionLoginInfo', 'sessionID'), undefined);
    assert.equal(textAt(info, 'SessionLoginInfo', 'sessionCleanupDelay'), '60');
    assert.equal(sessions[0]?.resumed, false);
});

test('after a broken connection the client goes on with its session where it stopped reading', async () => {
    const { server, clock, sessions } = await online();
    server.last.event('HeldEvent', held(44));
    server.answers = { StartApplicationSession: () => started('S', 'replayed', 48) };
    server.last.break();
    await clock.advance(1_000);
    const info = specificInfo(server.request('StartApplicationSession').message);
    assert.equal(textAt(info, 'SessionLoginInfo', 'sessionID'), 'S');
    assert.equal(textAt(info, 'EventResume', 'epoch'), '7');
    assert.equal(textAt(info, 'EventResume', 'seq'), '44');
    assert.equal(sessions[1]?.resumed, true);
    assert.equal(server.names.filter((name) => name === 'SystemRegister').length, 1, 'the registration is still there');
});

test('without an event the place is the one of the log-in', async () => {
    const { server, clock } = await online();
    server.last.break();
    await clock.advance(1_000);
    assert.equal(textAt(specificInfo(server.request('StartApplicationSession').message), 'EventResume', 'seq'), '40');
});

test('a snapshot, or another session, is no resumption', async () => {
    for (const reply of [started('S', 'snapshot', 90), started('T', 'nothingMissed', 41)]) {
        const { server, clock, sessions } = await online();
        server.answers = { StartApplicationSession: () => reply };
        server.last.break();
        await clock.advance(1_000);
        assert.equal(sessions[1]?.resumed, false);
    }
});

test('a refused take-over is followed by a log-in of its own', async () => {
    const { server, clock, client } = await online();
    let refusals = 0;
    server.answers = {
        StartApplicationSession: (message) => {
            const old = textAt(specificInfo(message), 'SessionLoginInfo', 'sessionID');
            if (old === undefined) return started('T', 'nothingMissed', 50);
            ++refusals;
            return refused;
        },
    };
    server.last.break();
    await clock.advance(10_000);
    assert.equal(refusals, 1);
    assert.deepEqual(client.state, { phase: 'online', sessionId: 'T' });
});

test('a session that ended in order is not taken up again', async () => {
    const { server, clock } = await online();
    server.last.event(
        'ApplicationSessionTerminated',
        '<sessionTermReason><definedTermReason>sessionTimerExpired</definedTermReason></sessionTermReason>',
    );
    server.last.break(1000);
    await clock.advance(1_000);
    const info = specificInfo(server.request('StartApplicationSession').message);
    assert.equal(textAt(info, 'SessionLoginInfo', 'sessionID'), undefined);
});

async function phoneOnline() {
    const parts = await online();
    const phone = new Phone(parts.client, '4001', parts.clock);
    await parts.client.stop();
    await parts.client.start();
    await settle();
    assert.equal(phone.state.phase, 'ready');
    return { ...parts, phone };
}

test('a phone keeps its monitor over a resumed session, and looks at the switch once', async () => {
    const { server, clock, phone } = await phoneOnline();
    const monitors = () => server.names.filter((name) => name === 'MonitorStart').length;
    const before = monitors();
    const kinds: string[] = [];
    phone.on('event', ({ kind }) => kinds.push(kind));
    server.answers = { StartApplicationSession: () => started('S', 'replayed', 45) };
    server.last.break();
    assert.equal(phone.state.phase, 'offline');
    await clock.advance(1_000);
    server.last.event('HeldEvent', held(45));
    await settle();
    assert.equal(monitors(), before);
    assert.equal(phone.state.phase, 'ready');
    assert.deepEqual(kinds, ['Held'], 'the missed event belongs to the monitor of before');
});

test('a phone starts anew in a session that is not the old one', async () => {
    const { server, clock, phone } = await phoneOnline();
    server.answers = {
        StartApplicationSession: () => started('T', 'snapshot', 90),
        MonitorStop: () => refusal('operation', 'invalidMonitorCrossRefID'),
        MonitorStart: () => answer('MonitorStartResponse', '<monitorCrossRefID>N1</monitorCrossRefID>'),
    };
    const stops = server.names.filter((name) => name === 'MonitorStop').length;
    server.last.break();
    await clock.advance(1_000);
    await settle();
    assert.equal(phone.state.phase, 'ready');
    assert.equal(server.names.filter((name) => name === 'MonitorStop').length, stops, 'nothing of another session is stopped');
});
