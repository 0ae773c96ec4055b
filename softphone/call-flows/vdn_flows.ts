import { holdCall, setAgentState } from '../client/index.js';
import type { Flow, FlowStage } from './flow.js';
import { agentReady, answers, at, dials, leaves, outsideCalls } from './people.js';

const watchVdn = async (flow: FlowStage) => void (await flow.via('4900'));
const entered = 'Delivered c1 4900: calling 4001, called 4900, last notKnown, newCall, vdn 4900';
const queued = 'Queued c1 4950: calling 4001, called 4900, last 4900, queued 1';
const dialled = ['ServiceInitiated c1 4001: initiated, newCall', 'Originated c1 4001: calling 4001, called 4900, initiated, newCall'];
const ringing = 'Delivered c1 4005: calling 4001, called 4900, last 4900';
const answered = 'Established c1 4005: calling 4001, called 4900, last 4900';
const agentData = 'split 4950, distributing 4900, vdn 4900';
const answerData = 'split 4950, reason answerNormal, distributing 4900, vdn 4900';

/** Calls to a VDN, through a skill, to an agent: what the VDN, the caller and the agent hear. */
export const vdnFlows: readonly Flow[] = [
    {
        name: 'VDN: nobody is free, the call waits, and the caller gives up',
        before: watchVdn,
        play: async (flow) => leaves(flow, '4001', await dials(flow, '4001', '4900')),
        hears: {
            4001: [...dialled, `${queued}, connected, redirected`, 'ConnectionCleared c1 4001: null, normalClearing'],
            4900: [entered, `${queued}, redirected`, 'CallCleared c1: normalClearing'],
        },
    },
    {
        name: 'VDN: a free agent gets the call, holds it, and hangs up first',
        before: async (flow) => {
            await watchVdn(flow);
            await agentReady(flow);
        },
        play: async (flow) => {
            const call = await dials(flow, '4001', '4900');
            await answers(flow, '4005', call);
            await (await flow.at('4005')).does(holdCall(at('4005', call)));
            await leaves(flow, '4005', call);
        },
        hears: {
            4001: [
                ...dialled,
                `${ringing}, connected, redirected, ${agentData}`,
                `${answered}, connected, newCall, ${answerData}`,
                'Held c1 4005: connected, normal',
                'ConnectionCleared c1 4005: connected, normalClearing',
                'ConnectionCleared c1 4001: null, normalClearing',
            ],
            4005: [
                `${ringing}, alerting, redirected, ${agentData}`,
                `${answered}, connected, newCall, ${answerData}`,
                'Held c1 4005: hold, normal',
                'ConnectionCleared c1 4005: null, normalClearing',
            ],
            4900: [
                entered,
                `${ringing}, redirected, ${agentData}`,
                `${answered}, newCall, ${answerData}`,
                'Held c1 4005: normal',
                'ConnectionCleared c1 4005: normalClearing',
                'CallCleared c1: normalClearing',
            ],
        },
    },
    {
        name: 'VDN: an agent who does not answer loses the call, which waits again',
        before: async (flow) => {
            await watchVdn(flow);
            await agentReady(flow);
            await dials(flow, '4001', '4900');
        },
        play: async (flow) => flow.pass(20_000),
        hears: {
            4001: [
                'Diverted c1 4005: last notKnown, to notKnown, connected, redirected',
                `${queued}, connected, redirected`,
            ],
            4005: ['Diverted c1 4005: last notKnown, to notKnown, redirected'],
            4900: ['Diverted c1 4005: last notKnown, to notKnown, redirected', `${queued}, redirected`],
        },
    },
    {
        name: 'VDN: the digits that a caller entered reach the agent',
        before: agentReady,
        play: async (flow) => {
            await flow.at('4005');
            await flow.control.attempt({ do: 'call', from: '0301234567', to: '4901', digits: '4711' });
            await flow.pass(5_000);
        },
        hears: {
            4005: [
                'Delivered c1 4005: calling 0301234567, called 4901, last 4901, alerting, redirected, split 4950, digits 4711, ' +
                    'distributing 4901, vdn 4901',
            ],
        },
    },
    {
        name: 'skill: log-on and log-off are told to who watches the skill',
        before: async (flow) => void (await flow.at('4950')),
        play: async (flow) => {
            await agentReady(flow);
            const off = setAgentState({ device: '4005', agentId: '2001', state: 'loggedOff' });
            await (await flow.at('4005')).does(off);
        },
        hears: {
            4950: ['AgentLoggedOn 4005: agent 2001, group 4950', 'AgentLoggedOff 4005: agent 2001, group 4950'],
        },
    },
    {
        name: 'a direct call to an agent from outside',
        before: agentReady,
        play: async (flow) => void (await outsideCalls(flow, '0301234567', '4005')),
        hears: { 4005: ['Delivered c1 4005: calling 0301234567, called 4005, last notKnown, alerting, newCall'] },
    },
];
