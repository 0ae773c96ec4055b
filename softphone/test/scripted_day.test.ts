import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AgentStatus, Call } from '../client/index.js';
import { describeView, differences, type View } from '../scripted-day/compare.js';
import type { Truth } from '../scripted-day/ctisim.js';

const nobody: AgentStatus = { loggedOn: false, state: 'agentNull', pending: false };

function view(calls: Partial<Call>[], status: AgentStatus = nobody): View {
    const filled = calls.map((call) => ({
        id: '1',
        connection: { callId: '1', deviceId: '4001' },
        state: 'connected' as const,
        direction: 'unknown' as const,
        parties: [],
        conference: false,
        ...call,
    }));
    return { extension: '4001', calls: filled, agent: { status } };
}

function truth(parts: Partial<Truth>): Truth {
    return { calls: [], agents: [], stations: [{ extension: '4001' }, { extension: '4002' }], ...parts };
}

const twoTalk = truth({
    calls: [
        {
            callId: 1,
            connections: [
                { device: '4001', kind: 'station', state: 'connected' },
                { device: '4002', kind: 'station', state: 'hold' },
            ],
        },
    ],
});

test('a phone that shows what the switch has agrees', () => {
    assert.deepEqual(differences(view([{ parties: [{ number: '4002', state: 'hold' }] }]), twoTalk), []);
    assert.deepEqual(differences(view([]), truth({})), []);
});

test('missing calls, surplus calls, wrong states and wrong parties are named', () => {
    assert.deepEqual(differences(view([]), twoTalk), ['4001 does not show call 1 connected: 4002 hold, the switch has it']);
    assert.deepEqual(differences(view([{}]), truth({})), ['4001 shows call 1 connected: nobody else, the switch does not have it']);
    assert.equal(differences(view([{ parties: [{ number: '4002', state: 'connected' }] }]), twoTalk).length, 2);
    assert.equal(differences(view([{ id: '2', parties: [{ number: '4002', state: 'hold' }] }]), twoTalk).length, 2);
});

test('calls of others do not count', () => {
    const others = truth({ calls: [{ callId: 1, connections: [{ device: '4002', kind: 'station', state: 'connected' }] }] });
    assert.deepEqual(differences(view([]), others), []);
});

test('an outside party is the same under number and under trunk name', () => {
    const real = truth({
        calls: [
            {
                callId: 1,
                connections: [
                    { device: 'T1#1', kind: 'trunk', state: 'connected' },
                    { device: '4001', kind: 'station', state: 'failed' },
                ],
            },
        ],
    });
    const shown = view([{ state: 'fail', parties: [{ number: '030123', state: 'connected' }] }]);
    assert.deepEqual(differences(shown, real), []);
    assert.deepEqual(describeView(shown, real), ['fail: outside connected']);
});

test('the agent is compared by state, mode, reason and talk state', () => {
    const agent = { agentId: '2001', extension: '4001', state: 'notReady', workMode: 'auxWork', reasonCode: 3, talkState: 'idle' };
    const status: AgentStatus = {
        loggedOn: true,
        agentId: '2001',
        state: 'agentNotReady',
        workMode: 'auxWork',
        reasonCode: 3,
        onCall: false,
        pending: false,
    };
    const real = truth({ agents: [agent] });
    assert.deepEqual(differences(view([], status), real), []);
    assert.deepEqual(differences(view([]), real), ['agent at 4001: is logged in, not shown so']);
    assert.deepEqual(differences(view([], status), truth({})), ['agent at 4001: shown as logged in, is not']);
    const found = differences(view([], { ...status, state: 'agentBusy', reasonCode: 4, onCall: true }), real);
    assert.deepEqual(found, [
        'agent at 4001: state is notReady, shown is ready',
        'agent at 4001: reason is 3, shown is 4',
        'agent at 4001: talk state is idle, shown is onCall',
    ]);
});
