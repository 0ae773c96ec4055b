import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PhoneModel, snapshotCall, snapshotDevice } from '../client/index.js';
import { parseXml } from '../client/xml/parse.js';
import { callEvent, mergeEvent, type EventText, type MergeText } from './support/events.js';
import { callParties, deviceCalls } from './support/fake_server.js';

/** A model and short words for what happens to it. */
function phone(extension: string) {
    const model = new PhoneModel(extension);
    return {
        model,
        hears: (kind: string, text: EventText) => model.apply(callEvent(kind, text)),
        merges: (kind: 'Transferred' | 'Conferenced', text: MergeText) => model.apply(mergeEvent(kind, text)),
        deviceSnapshot: (...calls: (readonly [number, string])[]) =>
            model.applyDeviceSnapshot(snapshotDevice(extension).read(parseXml(deviceCalls(extension, ...calls)))),
        callSnapshot: (call: number, ...parties: (readonly [string, string])[]) =>
            model.applyCallSnapshot(
                String(call),
                snapshotCall({ callId: String(call), deviceId: extension }).read(parseXml(callParties(call, ...parties))),
            ),
        /** `217 connected: 4002 alerting, …` for each call. */
        get shows() {
            return model.calls.map(
                ({ id, state, parties }) =>
                    `${id} ${state}: ${parties.map((party) => `${party.number} ${party.state}`).join(', ')}`,
            );
        },
    };
}

/** 4001 calls 4002, as 4001 hears it. */
function outgoing(call: number, to = '4002') {
    const a = phone('4001');
    a.hears('ServiceInitiated', { call, at: '4001', local: 'initiated' });
    a.hears('Originated', { call, at: '4001', called: to, local: 'initiated' });
    return a;
}

test('an outgoing call goes through initiated, alerting and connected', () => {
    const a = phone('4001');
    a.hears('ServiceInitiated', { call: 1, at: '4001', local: 'initiated' });
    assert.deepEqual(a.shows, ['1 initiated: ']);
    a.hears('Originated', { call: 1, at: '4001', called: '4002', local: 'initiated' });
    assert.equal(a.model.call('1')?.calledNumber, '4002');
    a.hears('Delivered', { call: 1, at: '4002', calling: '4001', called: '4002', local: 'connected' });
    assert.deepEqual(a.shows, ['1 connected: 4002 alerting']);
    a.hears('Established', { call: 1, at: '4002', calling: '4001', called: '4002', local: 'connected' });
    assert.deepEqual(a.shows, ['1 connected: 4002 connected']);
    assert.equal(a.model.call('1')?.direction, 'outgoing');
});

test('an incoming call rings, is answered, and ends when the other side leaves', () => {
    const b = phone('4002');
    const { added } = b.hears('Delivered', { call: 1, at: '4002', calling: '4001', called: '4002', local: 'alerting' });
    assert.equal(added[0]?.direction, 'incoming');
    assert.deepEqual(b.shows, ['1 alerting: 4001 connected']);
    b.hears('Established', { call: 1, at: '4002', calling: '4001', called: '4002', local: 'connected' });
    assert.deepEqual(b.shows, ['1 connected: 4001 connected']);
    b.hears('ConnectionCleared', { call: 1, at: '4001', local: 'connected' });
    assert.deepEqual(b.shows, ['1 connected: ']);
    const { ended } = b.hears('ConnectionCleared', { call: 1, at: '4002', local: 'null', cause: 'normalClearing' });
    assert.equal(ended[0]?.cause, 'normalClearing');
    assert.equal(ended[0]?.missed, false);
    assert.deepEqual(b.shows, []);
});

test('events that the server makes after a gap count like any other, and an end among them was missed', () => {
    const b = phone('4002');
    const text = { call: 1, at: '4002', calling: '4001', called: '4002', synthetic: true };
    b.hears('Delivered', { ...text, local: 'alerting' });
    b.hears('Established', { ...text, local: 'connected' });
    assert.deepEqual(b.shows, ['1 connected: 4001 connected']);
    const { ended } = b.hears('ConnectionCleared', { call: 1, at: '4002', local: 'null', synthetic: true });
    assert.deepEqual(ended.map(({ call, missed }) => [call.id, missed]), [['1', true]]);
});

test('a number that a request dialled is kept for a call that fails at once, in either order', () => {
    const [before, after] = [phone('4001'), phone('4001')];
    before.model.dialled('1', '4888');
    for (const { hears } of [before, after]) {
        hears('ServiceInitiated', { call: 1, at: '4001', local: 'initiated' });
        hears('Failed', { call: 1, at: 'T1#2', calling: '4001', local: 'fail', cause: 'destNotObtainable' });
    }
    after.model.dialled('1', '4888');
    for (const { model } of [before, after]) assert.equal(model.call('1')?.calledNumber, '4888');
    assert.deepEqual(after.model.dialled('2', '4889').added, []);
});

test('an outside caller is one party, under number or trunk', () => {
    const b = phone('4001');
    b.hears('Delivered', { call: 7, at: '4001', calling: '0301234567', called: '4001', local: 'alerting' });
    b.hears('Established', { call: 7, at: '4001', calling: '0301234567', called: '4001', local: 'connected' });
    b.callSnapshot(7, ['4001', 'connected'], ['T7#1', 'connected']);
    assert.deepEqual(b.shows, ['7 connected: 0301234567 connected']);
    assert.equal(b.model.call('7')?.parties[0]?.deviceId, 'T7#1');
    b.hears('ConnectionCleared', { call: 7, at: 'T7#1', local: 'connected' });
    assert.deepEqual(b.shows, ['7 connected: ']);
});

test('an outside caller who leaves by trunk name before any snapshot is taken away too', () => {
    const b = phone('4001');
    b.hears('Delivered', { call: 7, at: '4001', calling: '0301234567', called: '4001', local: 'alerting' });
    b.hears('ConnectionCleared', { call: 7, at: 'T7#1', local: 'alerting' });
    assert.deepEqual(b.shows, ['7 alerting: ']);
});

test('a called outside party is shown by the dialled number', () => {
    const a = outgoing(8, '90301234567');
    a.hears('Delivered', { call: 8, at: 'T8#2', calling: '4001', called: '90301234567', local: 'connected' });
    assert.deepEqual(a.shows, ['8 connected: 90301234567 alerting']);
});

test('hold and retrieve, of oneself and of the other party', () => {
    const a = outgoing(1);
    a.hears('Established', { call: 1, at: '4002', calling: '4001', called: '4002', local: 'connected' });
    a.hears('Held', { call: 1, at: '4001', local: 'hold' });
    assert.deepEqual(a.shows, ['1 hold: 4002 connected']);
    a.hears('Held', { call: 1, at: '4002', local: 'hold' });
    assert.deepEqual(a.shows, ['1 hold: 4002 hold']);
    a.hears('Retrieved', { call: 1, at: '4001', local: 'connected' });
    a.hears('Retrieved', { call: 1, at: '4002', local: 'connected' });
    assert.deepEqual(a.shows, ['1 connected: 4002 connected']);
});

test('events without localConnectionInfo move only whom they name', () => {
    const a = outgoing(1);
    a.hears('Established', { call: 1, at: '4002', calling: '4001', called: '4002' });
    a.hears('Held', { call: 1, at: '4001' });
    a.hears('Held', { call: 1, at: '4002' });
    a.hears('Retrieved', { call: 1, at: '4002' });
    assert.deepEqual(a.shows, ['1 hold: 4002 connected']);
});

test('a busy number fails with its cause, and the failed party is nobody', () => {
    const a = outgoing(1);
    a.hears('Failed', { call: 1, at: '4002', calling: '4001', called: '4002', local: 'fail', cause: 'busy' });
    assert.deepEqual(a.shows, ['1 fail: ']);
    assert.equal(a.model.call('1')?.failure, 'busy');
});

test('a failed call of somebody else is no call here', () => {
    const b = phone('4002');
    b.hears('Failed', { call: 9, at: '4002', calling: '4001', called: '4002', cause: 'busy' });
    assert.deepEqual(b.shows, []);
});

test('a queue is a party until the agent rings', () => {
    const a = outgoing(1, '5000');
    a.hears('Queued', { call: 1, at: '600', calling: '4001', called: '5000', local: 'connected' });
    assert.deepEqual(a.shows, ['1 connected: 600 queued']);
    a.hears('Delivered', { call: 1, at: '4003', calling: '4001', called: '5000', local: 'connected' });
    assert.deepEqual(a.shows, ['1 connected: 4003 alerting']);
});

test('a diverted call leaves the device it rang at', () => {
    const b = phone('4002');
    b.hears('Delivered', { call: 1, at: '4002', calling: '4001', called: '4002', local: 'alerting' });
    const { ended } = b.hears('Diverted', { call: 1, at: '4002', local: 'null', cause: 'redirected' });
    assert.equal(ended[0]?.cause, 'redirected');
    const a = outgoing(1);
    a.hears('Delivered', { call: 1, at: '4002', calling: '4001', called: '4002', local: 'connected' });
    a.hears('Diverted', { call: 1, at: '4002', local: 'connected' });
    a.hears('Delivered', { call: 1, at: '4003', calling: '4001', called: '4002', local: 'connected' });
    assert.deepEqual(a.shows, ['1 connected: 4003 alerting']);
});

/** 4001 talks to 4002 (call 1, held) and to 4003 (call 2). */
function consulting() {
    const a = outgoing(1);
    a.hears('Established', { call: 1, at: '4002', calling: '4001', called: '4002', local: 'connected' });
    a.hears('Held', { call: 1, at: '4001', local: 'hold' });
    a.hears('ServiceInitiated', { call: 2, at: '4001', local: 'initiated' });
    a.hears('Originated', { call: 2, at: '4001', called: '4003', local: 'initiated' });
    a.hears('Established', { call: 2, at: '4003', calling: '4001', called: '4003', local: 'connected' });
    return a;
}

const joined = { held: 1, active: 2, by: '4001', to: '4003' };

test('a transfer takes both calls from the one who transfers', () => {
    const a = consulting();
    const { ended } = a.merges('Transferred', { ...joined, members: ['4002', '4003'], local: 'null' });
    assert.deepEqual(a.shows, []);
    assert.deepEqual(ended.map(({ call }) => call.id), ['1', '2']);
});

test('a transfer gives the held party a new call ID and a new partner, and asks for the rest', () => {
    const b = phone('4002');
    b.hears('Delivered', { call: 1, at: '4002', calling: '4001', called: '4002', local: 'alerting' });
    b.hears('Established', { call: 1, at: '4002', calling: '4001', called: '4002', local: 'connected' });
    b.hears('Held', { call: 1, at: '4001', local: 'connected' });
    const change = b.merges('Transferred', { ...joined, members: ['4002', '4003'], local: 'connected' });
    assert.deepEqual(b.shows, ['2 connected: 4003 connected']);
    assert.deepEqual(b.model.call('2')?.connection, { callId: '2', deviceId: '4002' });
    assert.deepEqual(change.unsure, ['2']);
    b.callSnapshot(2, ['4002', 'connected'], ['4003', 'alerting']);
    assert.deepEqual(b.shows, ['2 connected: 4003 alerting']);
});

test('a transferred outside caller is not taken for the one who transferred', () => {
    const c = phone('4003');
    c.hears('Delivered', { call: 2, at: '4003', calling: '4001', called: '4003', local: 'alerting' });
    c.hears('Established', { call: 2, at: '4003', calling: '4001', called: '4003', local: 'connected' });
    c.merges('Transferred', { ...joined, members: ['T1#1', '4003'], local: 'connected' });
    assert.deepEqual(c.shows, ['2 connected: T1#1 connected']);
});

test('who transferred a call away while it rang is not taken for a party when it is answered', () => {
    const c = phone('4003');
    c.hears('Delivered', { call: 2, at: '4003', calling: '4001', called: '4003', local: 'alerting' });
    c.merges('Transferred', { ...joined, members: ['4002', '4003'], local: 'alerting' });
    c.hears('Established', { call: 2, at: '4003', calling: '4001', called: '4003', local: 'connected' });
    assert.deepEqual(c.shows, ['2 connected: 4002 connected']);
});

test('a transfer leaves the consulted party its call ID', () => {
    const c = phone('4003');
    c.hears('Delivered', { call: 2, at: '4003', calling: '4001', called: '4003', local: 'alerting' });
    c.merges('Transferred', { ...joined, members: ['4002', '4003'], local: 'alerting' });
    assert.deepEqual(c.shows, ['2 alerting: 4002 connected']);
});

test('a conference makes one call of two, and ends as one when a party leaves', () => {
    const a = consulting();
    a.merges('Conferenced', { ...joined, members: ['4001', '4002', '4003'], local: 'connected' });
    assert.deepEqual(a.shows, ['2 connected: 4002 connected, 4003 connected']);
    assert.equal(a.model.call('2')?.conference, true);
    a.hears('ConnectionCleared', { call: 2, at: '4002', local: 'connected' });
    assert.deepEqual(a.shows, ['2 connected: 4003 connected']);
    assert.equal(a.model.call('2')?.conference, false);
});

test('the held party of a conference hears the controller talk again', () => {
    const b = phone('4002');
    b.hears('Established', { call: 1, at: '4002', calling: '4001', called: '4002', local: 'connected' });
    b.hears('Held', { call: 1, at: '4001', local: 'connected' });
    b.merges('Conferenced', { ...joined, members: ['4001', '4002', '4003'], local: 'connected' });
    assert.deepEqual(b.shows, ['2 connected: 4001 connected, 4003 connected']);
});

test('a snapshot ends what is gone, adds what is new and corrects states', () => {
    const a = consulting();
    const change = a.deviceSnapshot([2, 'hold'], [3, 'alerting']);
    assert.deepEqual(change.ended.map(({ call, missed }) => [call.id, missed]), [['1', true]]);
    assert.deepEqual(change.added.map(({ id }) => id), ['3']);
    assert.deepEqual(change.unsure, ['2', '3']);
    assert.deepEqual(a.shows, ['2 hold: 4003 connected', '3 alerting: ']);
});

test('a call snapshot replaces the parties and can end the call', () => {
    const a = consulting();
    a.callSnapshot(2, ['4001', 'connected'], ['4004', 'connected'], ['4005', 'hold']);
    assert.deepEqual(a.shows[1], '2 connected: 4004 connected, 4005 hold');
    a.callSnapshot(1, ['4001', 'null'], ['4002', 'connected']);
    assert.equal(a.shows.length, 1);
    a.callSnapshot(99, ['4001', 'connected']);
    assert.equal(a.shows.length, 1);
});

test('an event of a call nobody told about makes it known, and unsure', () => {
    const a = phone('4001');
    const { unsure, added } = a.hears('Held', { call: 5, at: '4001', local: 'hold' });
    assert.deepEqual(unsure, ['5']);
    assert.equal(added.length, 1);
    assert.deepEqual(a.shows, ['5 hold: ']);
});

test('device IDs of four fields mean the extension', () => {
    const b = phone('4002');
    b.hears('Delivered', { call: 1, at: '4002:CM1::0', calling: '4001', called: '4002', local: 'alerting' });
    b.hears('ConnectionCleared', { call: 1, at: '4002:CM1::0' });
    assert.deepEqual(b.shows, []);
});

test('CallCleared ends the call', () => {
    const a = outgoing(1);
    a.hears('CallCleared', { call: 1, at: '0' });
    assert.deepEqual(a.shows, []);
});
