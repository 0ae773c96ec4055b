import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CstaClient, CstaError, Phone, type EndedCall } from '../client/index.js';
import { textAt } from '../client/xml/element.js';
import { eventBody, mergeBody, type EventText } from './support/events.js';
import { FakeClock, settle } from './support/fake_clock.js';
import { agentState, answer, callParties, connection, deviceCalls, FakeServer, refusal } from './support/fake_server.js';

async function phoneOnline(prepare?: (server: FakeServer) => void) {
    const server = new FakeServer();
    const clock = new FakeClock();
    const client = new CstaClient({ url: 'wss://x/', user: 'u', password: '', openSocket: server.open, clock });
    const phone = new Phone(client, '4001', clock);
    const ended: EndedCall[] = [];
    phone.on('ended', (call) => ended.push(call));
    prepare?.(server);
    await client.start();
    await settle();
    const hears = (kind: string, text: EventText, monitor = 'M4001') =>
        server.last.event(`${kind}Event`, eventBody(kind, text, monitor));
    return { server, clock, client, phone, ended, hears };
}

const rings: EventText = { call: 1, at: '4001', calling: '4002', called: '4001', local: 'alerting' };

test('a session sets up monitor, snapshot and agent before the phone is ready', async () => {
    const { server, phone } = await phoneOnline();
    assert.equal(phone.state.phase, 'ready');
    const names = server.names.filter((name) => name !== 'SystemRegister');
    assert.deepEqual(names, ['StartApplicationSession', 'MonitorStart', 'SnapshotDevice', 'GetAgentState']);
});

test('calls that were there before are found with their parties', async () => {
    const { phone } = await phoneOnline((server) => {
        server.answers = {
            SnapshotDevice: () => deviceCalls('4001', [5, 'hold']),
            SnapshotCall: () => callParties(5, ['4001', 'hold'], ['4002', 'connected']),
        };
    });
    assert.equal(phone.call('5')?.state, 'hold');
    assert.equal(phone.call('5')?.parties[0]?.number, '4002');
});

test('events of the own monitor move the calls, those of others do not', async () => {
    const { phone, hears } = await phoneOnline();
    hears('Delivered', rings, 'other');
    assert.equal(phone.calls.length, 0);
    hears('Delivered', rings);
    assert.equal(phone.call('1')?.state, 'alerting');
});

test('events on the heels of an answer are applied after it, even in one go', async () => {
    const { server, phone, hears } = await phoneOnline((prepared) => {
        prepared.answers = { MonitorStart: () => undefined };
    });
    const { socket, invokeId } = server.request('MonitorStart');
    socket.deliver(invokeId, answer('MonitorStartResponse', '<monitorCrossRefID>M4001</monitorCrossRefID>'));
    hears('Delivered', rings);
    assert.equal(phone.call('1')?.state, 'alerting');
});

test('commands name the extension\'s own connection', async () => {
    const { server, phone, hears } = await phoneOnline();
    hears('Delivered', rings);
    server.answers = { AnswerCall: () => answer('AnswerCallResponse') };
    await phone.answer('1');
    const { message } = server.request('AnswerCall');
    assert.equal(textAt(message, 'callToBeAnswered', 'callID'), '1');
    assert.equal(textAt(message, 'callToBeAnswered', 'deviceID'), '4001');
});

test('dial and consult tell the new call', async () => {
    const { server, phone } = await phoneOnline();
    server.answers = {
        MakeCall: () => answer('MakeCallResponse', `<callingDevice>${connection(8, '4001')}</callingDevice>`),
        ConsultationCall: () => answer('ConsultationCallResponse', `<initiatedCall>${connection(9, '4001')}</initiatedCall>`),
    };
    assert.equal(await phone.dial('4002'), '8');
    assert.equal(await phone.consult('8', '4003'), '9');
});

test('transfer, conference, alternate and reconnect find the held and the active call', async () => {
    const { server, phone, hears } = await phoneOnline();
    await assert.rejects(phone.transfer(), /one call on hold and one active/);
    hears('Established', { call: 1, at: '4002', calling: '4001', called: '4002', local: 'connected' });
    hears('Held', { call: 1, at: '4001', local: 'hold' });
    hears('Delivered', { call: 2, at: '4003', calling: '4001', called: '4003', local: 'connected' });
    server.answers = {
        TransferCall: () => answer('TransferCallResponse', `<transferredCall>${connection(2, '0')}</transferredCall>`),
        ConferenceCall: () => answer('ConferenceCallResponse', `<conferenceCall>${connection(2, '0')}</conferenceCall>`),
        AlternateCall: () => answer('AlternateCallResponse'),
        ReconnectCall: () => answer('ReconnectCallResponse'),
    };
    assert.equal(await phone.transfer(), '2');
    assert.equal(await phone.conference(), '2');
    await phone.alternate();
    await phone.reconnect();
    for (const name of ['TransferCall', 'ConferenceCall', 'AlternateCall', 'ReconnectCall']) {
        assert.equal(textAt(server.request(name).message, 'heldCall', 'callID'), '1', name);
        assert.equal(textAt(server.request(name).message, 'activeCall', 'callID'), '2', name);
    }
});

test('after a transfer the phone asks who is in the call now', async () => {
    const { server, phone, hears } = await phoneOnline();
    hears('Established', { call: 1, at: '4001', calling: '4002', called: '4001', local: 'connected' });
    server.answers = { SnapshotCall: () => callParties(2, ['4001', 'connected'], ['4003', 'alerting']) };
    const body = mergeBody(
        'Transferred',
        { held: 1, active: 2, by: '4002', to: '4003', members: ['4001', '4003'], local: 'connected' },
        'M4001',
    );
    server.last.event('TransferedEvent', body);
    await settle();
    assert.deepEqual(phone.calls.map(({ id, parties }) => [id, parties[0]?.state]), [['2', 'alerting']]);
});

test('after a lost connection the phone compares: gone calls end, new ones appear', async () => {
    const { server, clock, phone, hears, ended } = await phoneOnline();
    hears('Delivered', rings);
    server.last.break();
    assert.equal(phone.state.phase, 'offline');
    assert.equal(phone.calls.length, 1);
    server.answers = {
        SnapshotDevice: () => deviceCalls('4001', [2, 'connected']),
        SnapshotCall: () => callParties(2, ['4001', 'connected'], ['4005', 'connected']),
    };
    await clock.advance(250);
    assert.equal(phone.state.phase, 'ready');
    assert.deepEqual(phone.calls.map(({ id }) => id), ['2']);
    assert.deepEqual(ended.map(({ call, missed }) => [call.id, missed]), [['1', true]]);
});

test('an extension that does not exist is refused, once', async () => {
    const { server, clock, phone } = await phoneOnline((prepared) => {
        prepared.answers = { MonitorStart: () => refusal('operation', 'invalidDeviceID') };
    });
    assert.ok(phone.state.phase === 'refused' && phone.state.fault instanceof CstaError);
    await clock.advance(20_000);
    assert.equal(server.names.filter((name) => name === 'MonitorStart').length, 1);
});

test('a telephone system that is away is tried again until it is there', async () => {
    const { server, clock, phone } = await phoneOnline((prepared) => {
        prepared.answers = { MonitorStart: () => refusal('systemResourceAvailibility', 'resourceOutOfService') };
    });
    assert.equal(phone.state.phase, 'unavailable');
    server.answers = {};
    await clock.advance(250);
    assert.equal(phone.state.phase, 'ready');
});

test('system status shows at once, and its return brings a comparison', async () => {
    const { server, phone, hears } = await phoneOnline();
    hears('Delivered', rings);
    server.last.event('SystemStatus', '<systemStatus>disabled</systemStatus>');
    assert.equal(phone.state.phase, 'unavailable');
    server.last.event('SystemStatus', '<systemStatus>enabled</systemStatus>');
    await settle();
    assert.equal(phone.state.phase, 'ready');
    assert.equal(phone.calls.length, 0);
});

test('a monitor that the server stopped is set up again', async () => {
    const { server, phone } = await phoneOnline();
    server.last.event('MonitorStop', '<monitorCrossRefID>M4001</monitorCrossRefID>');
    await settle();
    assert.equal(phone.state.phase, 'ready');
    assert.equal(server.names.filter((name) => name === 'MonitorStart').length, 2);
    assert.ok(!server.names.includes('MonitorStop'));
});

test('agent changes are asked for, told pending, and asked about afterwards', async () => {
    const { server, phone } = await phoneOnline();
    server.answers = {
        SetAgentState: () => answer('SetAgentStateResponse'),
        GetAgentState: () => agentState('agentNotReady', '<workMode>auxWork</workMode><reasonCode>0</reasonCode>'),
    };
    await phone.agent.logIn('2001', 'pw');
    assert.equal(phone.agent.status.agentId, '2001');
    assert.equal(phone.agent.status.state, 'agentNotReady');
    server.answers['GetAgentState'] = () => agentState('agentReady', '<workMode>autoIn</workMode><talkState>onCall</talkState>');
    server.answers['SetAgentState'] = () =>
        answer(
            'SetAgentStateResponse',
            '<extensions><privateData><private><SetAgentStateResponsePrivateData><isPending>true</isPending>' +
                '</SetAgentStateResponsePrivateData></private></privateData></extensions>',
        );
    await phone.agent.notReady(3);
    assert.equal(phone.agent.status.pending, true);
    const { message } = server.request('SetAgentState');
    assert.equal(textAt(message, 'requestedAgentState'), 'notReady');
    assert.equal(textAt(message, 'agentID'), '2001');
    assert.equal(textAt(message, 'extensions', 'privateData', 'private', 'SetAgentStatePrivateData', 'reasonCode'), '3');
});

test('when a first call is answered, a logged-in agent is asked about', async () => {
    const { server, phone, hears } = await phoneOnline((prepared) => {
        prepared.answers = { GetAgentState: () => agentState('agentReady', '<workMode>autoIn</workMode>') };
    });
    hears('Delivered', rings);
    server.answers['GetAgentState'] = () => agentState('agentBusy', '<workMode>autoIn</workMode>');
    hears('Established', { ...rings, local: 'connected' });
    await settle();
    assert.equal(phone.agent.status.state, 'agentBusy');
});

test('when a call ends, a logged-in agent is asked about', async () => {
    const { server, phone, hears } = await phoneOnline((prepared) => {
        prepared.answers = { GetAgentState: () => agentState('agentReady', '<workMode>manualIn</workMode>') };
    });
    hears('Established', { ...rings, local: 'connected' });
    server.answers['GetAgentState'] = () => agentState('agentWorkingAfterCall', '<workMode>afterCallWork</workMode>');
    hears('ConnectionCleared', { call: 1, at: '4001', local: 'null' });
    await settle();
    assert.equal(phone.agent.status.state, 'agentWorkingAfterCall');
});

test('agent events are believed and completed by a question', async () => {
    const { server, phone } = await phoneOnline();
    server.answers = { GetAgentState: () => agentState('agentNotReady', '<reasonCode>5</reasonCode>') };
    server.last.event(
        'AgentNotReadyEvent',
        '<monitorCrossRefID>M4001</monitorCrossRefID><agentDevice><deviceIdentifier>4001</deviceIdentifier></agentDevice>' +
            '<agentID>2001</agentID>',
    );
    assert.equal(phone.agent.status.state, 'agentNotReady');
    assert.equal(phone.agent.status.agentId, '2001');
    await settle();
    assert.equal(phone.agent.status.reasonCode, 5);
});

test('close ends the monitor and listens no more', async () => {
    const { server, phone, hears } = await phoneOnline();
    await phone.close();
    assert.ok(server.names.includes('MonitorStop'));
    hears('Delivered', rings);
    assert.equal(phone.calls.length, 0);
});
