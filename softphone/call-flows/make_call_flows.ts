import { deflectCall, directedPickupCall, makePredictiveCall } from '../client/index.js';
import type { Flow } from './flow.js';
import { answers, dials, leaves, outsideCalls, talk } from './people.js';

const made = ['ServiceInitiated c1 4001: initiated, newCall'];
const called = (number: string, state = 'initiated') => `Originated c1 4001: calling 4001, called ${number}, ${state}, newCall`;

const second = (line: string) => line.replace(' c1 ', ' c2 ');

/** From station to station, to outside, and into nothing. */
export const makeCallFlows: readonly Flow[] = [
    {
        name: 'make call, station to station, it rings',
        before: async (flow) => void (await flow.at('4002')),
        play: async (flow) => void (await dials(flow, '4001', '4002')),
        hears: {
            4001: [...made, called('4002'), 'Delivered c1 4002: calling 4001, called 4002, last notKnown, connected, newCall'],
            4002: ['Delivered c1 4002: calling 4001, called 4002, last notKnown, alerting, newCall'],
        },
    },
    {
        name: 'the called station answers and hangs up first',
        before: async (flow) => void (await dials(flow, '4001', '4002')),
        play: async (flow) => {
            const call = { callId: String((await flow.control.truth()).calls[0]?.callId), deviceId: '4001' };
            await answers(flow, '4002', call);
            await leaves(flow, '4002', call);
        },
        hears: {
            4001: [
                'Established c1 4002: calling 4001, called 4002, last notKnown, connected, newCall',
                'ConnectionCleared c1 4002: connected, normalClearing',
                'ConnectionCleared c1 4001: null, normalClearing',
            ],
            4002: [
                'Established c1 4002: calling 4001, called 4002, last notKnown, connected, newCall',
                'ConnectionCleared c1 4002: null, normalClearing',
            ],
        },
    },
    {
        name: 'the caller abandons while it rings',
        before: async (flow) => void (await flow.at('4002')),
        play: async (flow) => leaves(flow, '4001', await dials(flow, '4001', '4002')),
        hears: {
            4001: [
                ...made,
                called('4002'),
                'Delivered c1 4002: calling 4001, called 4002, last notKnown, connected, newCall',
                'ConnectionCleared c1 4001: null, normalClearing',
            ],
            4002: [
                'Delivered c1 4002: calling 4001, called 4002, last notKnown, alerting, newCall',
                'ConnectionCleared c1 4001: alerting, normalClearing',
                'ConnectionCleared c1 4002: null, normalClearing',
            ],
        },
    },
    {
        name: 'outside over ISDN: it rings at the far end, which answers',
        play: async (flow) => {
            await dials(flow, '4001', '90301');
            await flow.pass(100);
            await flow.pass(1000);
        },
        hears: {
            4001: [
                ...made,
                called('90301', 'connected'),
                'Delivered c1 T#2: calling 4001, called 0301, last notKnown, connected, newCall',
                'Established c1 T#2: calling 4001, called 0301, last notKnown, connected, newCall',
            ],
        },
    },
    {
        name: 'outside over a trunk that is not ISDN: seized, and nothing more',
        play: async (flow) => {
            await dials(flow, '4001', '80301');
            await flow.pass(100);
            await flow.pass(1000);
        },
        hears: {
            4001: [...made, called('80301', 'connected'), 'NetworkReached c1 T#2: calling notKnown, called 0301, last notKnown, connected, normal'],
        },
    },
    {
        name: 'the called station is busy',
        before: async (flow) => void (await talk(flow, '4009', '4008')),
        play: async (flow) => void (await dials(flow, '4001', '4009')),
        hears: {
            4001: [...made.map(second), second(called('4009')), 'Failed c2 4009: calling 4001, called 4009, last notKnown, fail, busy'],
        },
    },
    {
        name: 'the number is invalid',
        play: async (flow) => void (await dials(flow, '4001', '7777')),
        hears: {
            4001: [...made, 'Failed c1 T#2: calling 4001, called notKnown, last notKnown, fail, destNotObtainable'],
        },
    },
    {
        name: 'the network is congested',
        play: async (flow) => {
            await dials(flow, '4001', '902');
            await flow.pass(100);
        },
        hears: {
            4001: [
                ...made,
                called('902', 'connected'),
                'Failed c1 T#2: at notKnown, calling 4001, called 02, last notKnown, fail, networkCongestion',
            ],
        },
    },
    {
        name: 'an outside caller reaches a station and hangs up',
        play: async (flow) => {
            const call = await outsideCalls(flow, '0301234567', '4002');
            await answers(flow, '4002', call);
            await flow.control.attempt({ do: 'hangup', device: call.deviceId, call: Number(call.callId) });
            await flow.settle();
        },
        hears: {
            4002: [
                'Delivered c1 4002: calling 0301234567, called 4002, last notKnown, alerting, newCall',
                'Established c1 4002: calling 0301234567, called 4002, last notKnown, connected, newCall',
                'ConnectionCleared c1 T#1: at 0301234567, connected, normalClearing',
                'ConnectionCleared c1 4002: null, normalClearing',
            ],
        },
    },
    {
        name: 'an outside caller without a number: the trunk is named instead',
        play: async (flow) => void (await outsideCalls(flow, '', '4002')),
        hears: { 4002: ['Delivered c1 4002: calling T#1, called 4002, last notKnown, alerting, newCall, trunk 12'] },
    },
    {
        name: 'deflect: the ringing station sends the call on',
        before: async (flow) => {
            await flow.at('4003');
            await dials(flow, '4001', '4002');
        },
        play: async (flow) => {
            const call = { callId: String((await flow.control.truth()).calls[0]?.callId), deviceId: '4002' };
            await (await flow.at('4002')).does(deflectCall(call, '4003'));
        },
        hears: {
            4001: ['Delivered c1 4003: calling 4001, called 4002, last 4002, connected, redirected'],
            4002: ['Diverted c1 4002: last notKnown, to 4003, null, redirected'],
            4003: ['Delivered c1 4003: calling 4001, called 4002, last 4002, alerting, redirected'],
        },
    },
    {
        name: 'predictive call: the number answers, then the caller rings',
        before: async (flow) => void (await flow.at('4001')),
        play: async (flow) => {
            await (await flow.at('4001')).does(makePredictiveCall({ callingDevice: '4001', calledNumber: '90301' }));
            await flow.settle();
            await flow.pass(100);
            await flow.pass(1000);
        },
        hears: { 4001: ['Delivered c1 4001: calling 4001, called 0301, last notKnown, alerting, newCall'] },
    },
    {
        name: 'pickup: another station answers what rings',
        before: async (flow) => {
            await flow.at('4003');
            await dials(flow, '4001', '4002');
        },
        play: async (flow) => {
            const call = { callId: String((await flow.control.truth()).calls[0]?.callId), deviceId: '4002' };
            await (await flow.at('4003')).does(directedPickupCall(call, '4003'));
        },
        hears: {
            4001: [
                'Diverted c1 4002: last notKnown, to 4003, connected, redirected',
                'Established c1 4003: calling 4001, called 4002, last 4002, connected, newCall',
            ],
            4002: ['Diverted c1 4002: last notKnown, to 4003, null, redirected'],
            4003: [
                'Diverted c1 4002: last notKnown, to 4003, alerting, redirected',
                'Established c1 4003: calling 4001, called 4002, last 4002, connected, newCall',
            ],
        },
    },
];
