import {
    alternateCall,
    conferenceCall,
    holdCall,
    reconnectCall,
    retrieveCall,
    singleStepConferenceCall,
    singleStepTransferCall,
    transferCall,
    type ConnectionId,
} from '../client/index.js';
import type { Flow, FlowStage } from './flow.js';
import { answers, consults, leaves, talk } from './people.js';

/** 4001 talks to 4002; the first call there is. */
async function first(flow: FlowStage): Promise<ConnectionId> {
    return { callId: String((await flow.control.truth()).calls[0]?.callId), deviceId: '4001' };
}

async function both(flow: FlowStage) {
    const [held, active] = (await flow.control.truth()).calls.map(({ callId }) => ({ callId: String(callId), deviceId: '4001' }));
    if (!held || !active) throw new Error('two calls were expected');
    return { heldCall: held, activeCall: active };
}

const talking = async (flow: FlowStage) => void (await talk(flow, '4001', '4002'));
const consulting = (answered: boolean) => async (flow: FlowStage) => {
    await consults(flow, '4001', await talk(flow, '4001', '4002'), '4003', answered);
};

/** One call held, two calls made one. 4001 controls, first with 4002, then with 4003. */
export const mergeFlows: readonly Flow[] = [
    {
        name: 'hold and retrieve',
        before: talking,
        play: async (flow) => {
            const party = await flow.at('4001');
            const call = await first(flow);
            await party.does(holdCall(call));
            await party.does(retrieveCall(call));
        },
        hears: {
            4001: ['Held c1 4001: hold, normal', 'Retrieved c1 4001: connected, normal'],
            4002: ['Held c1 4001: connected, normal', 'Retrieved c1 4001: connected, normal'],
        },
    },
    {
        name: 'consultation',
        before: talking,
        play: async (flow) => void (await consults(flow, '4001', await first(flow), '4003', true)),
        hears: {
            4001: [
                'Held c1 4001: hold, normal',
                'ServiceInitiated c2 4001: initiated, newCall',
                'Originated c2 4001: calling 4001, called 4003, initiated, newCall',
                'Delivered c2 4003: calling 4001, called 4003, last notKnown, connected, newCall, original 1',
                'Established c2 4003: calling 4001, called 4003, last notKnown, connected, newCall, original 1',
            ],
            4002: ['Held c1 4001: connected, normal'],
            4003: [
                'Delivered c2 4003: calling 4001, called 4003, last notKnown, alerting, newCall, original 1',
                'Established c2 4003: calling 4001, called 4003, last notKnown, connected, newCall, original 1',
            ],
        },
    },
    {
        name: 'alternate',
        before: consulting(true),
        play: async (flow) => void (await (await flow.at('4001')).does(alternateCall(await both(flow)))),
        hears: {
            4001: ['Held c2 4001: hold, normal', 'Retrieved c1 4001: connected, normal'],
            4002: ['Retrieved c1 4001: connected, normal'],
            4003: ['Held c2 4001: connected, normal'],
        },
    },
    {
        name: 'reconnect',
        before: consulting(true),
        play: async (flow) => void (await (await flow.at('4001')).does(reconnectCall(await both(flow)))),
        hears: {
            4001: ['ConnectionCleared c2 4001: null, normalClearing', 'Retrieved c1 4001: connected, normal'],
            4002: ['Retrieved c1 4001: connected, normal'],
            4003: ['ConnectionCleared c2 4001: connected, normalClearing', 'ConnectionCleared c2 4003: null, normalClearing'],
        },
    },
    {
        name: 'transfer',
        before: consulting(true),
        play: async (flow) => void (await (await flow.at('4001')).does(transferCall(await both(flow)))),
        hears: {
            4001: ['Transfered c1+c2 4001: to 4003, members 4002 4003, null, transfer, original 3'],
            4002: ['Transfered c1+c2 4001: to 4003, members 4002 4003, connected, transfer, original 3'],
            4003: ['Transfered c1+c2 4001: to 4003, members 4002 4003, connected, transfer, original 3'],
        },
    },
    {
        name: 'transfer while it rings, then the answer',
        before: consulting(false),
        play: async (flow) => {
            const pair = await both(flow);
            await (await flow.at('4001')).does(transferCall(pair));
            await answers(flow, '4003', pair.activeCall);
        },
        hears: {
            4001: ['Transfered c1+c2 4001: to 4003, members 4002 4003, null, transfer, original 3'],
            4002: [
                'Transfered c1+c2 4001: to 4003, members 4002 4003, connected, transfer, original 3',
                'Established c2 4003: calling 4001, called 4003, last notKnown, connected, newCall, original 3',
            ],
            4003: [
                'Transfered c1+c2 4001: to 4003, members 4002 4003, alerting, transfer, original 3',
                'Established c2 4003: calling 4001, called 4003, last notKnown, connected, newCall, original 3',
            ],
        },
    },
    {
        name: 'conference, then one party leaves',
        before: consulting(true),
        play: async (flow) => {
            const pair = await both(flow);
            await (await flow.at('4001')).does(conferenceCall(pair));
            await leaves(flow, '4002', pair.activeCall);
        },
        hears: {
            4001: [
                'Conferenced c1+c2 4001: added 4003, members 4001 4002 4003, connected, conference, original 2',
                'ConnectionCleared c2 4002: connected, normalClearing',
            ],
            4002: [
                'Conferenced c1+c2 4001: added 4003, members 4001 4002 4003, connected, conference, original 2',
                'ConnectionCleared c2 4002: null, normalClearing',
            ],
            4003: [
                'Conferenced c1+c2 4001: added 4003, members 4001 4002 4003, connected, conference, original 2',
                'ConnectionCleared c2 4002: connected, normalClearing',
            ],
        },
    },
    {
        name: 'single-step conference',
        before: async (flow) => {
            await flow.at('4003');
            await talking(flow);
        },
        play: async (flow) => void (await (await flow.at('4001')).does(singleStepConferenceCall(await first(flow), '4003'))),
        hears: {
            4001: [
                'Established c1 4003: calling 4001, called 4002, last notKnown, connected, activeParticipation',
                'Conferenced c1+c1 4001: added 4003, members 4001 4002 4003, connected, activeParticipation',
            ],
            4002: [
                'Established c1 4003: calling 4001, called 4002, last notKnown, connected, activeParticipation',
                'Conferenced c1+c1 4001: added 4003, members 4001 4002 4003, connected, activeParticipation',
            ],
            4003: [
                'Established c1 4003: calling 4001, called 4002, last notKnown, connected, activeParticipation',
                'Conferenced c1+c1 4001: added 4003, members 4001 4002 4003, connected, activeParticipation',
            ],
        },
    },
    {
        name: 'single-step transfer',
        before: async (flow) => {
            await flow.at('4003');
            await talking(flow);
        },
        play: async (flow) => void (await (await flow.at('4001')).does(singleStepTransferCall(await first(flow), '4003'))),
        hears: {
            4001: ['Transfered c1+c1 4001: to 4003, members 4002 4003, null, singleStepTransfer, original 3'],
            4002: [
                'Transfered c1+c1 4001: to 4003, members 4002 4003, connected, singleStepTransfer, original 3',
                'Delivered c1 4003: calling 4001, called 4002, last notKnown, connected, newCall, original 3',
            ],
            4003: ['Delivered c1 4003: calling 4001, called 4002, last notKnown, alerting, newCall, original 3'],
        },
    },
];
