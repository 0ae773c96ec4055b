import {
    answerCall,
    clearConnection,
    consultationCall,
    makeCall,
    setAgentState,
    type ConnectionId,
} from '../client/index.js';
import type { HeldAndActive } from '../client/index.js';
import type { FlowStage } from './flow.js';

/** `4002` in the call of another party's connection. */
export function at(device: string, { callId }: ConnectionId): ConnectionId {
    return { callId, deviceId: device };
}

/** One station calls a number; its connection. */
export async function dials(flow: FlowStage, from: string, number: string, userData?: string): Promise<ConnectionId> {
    const party = await flow.at(from);
    const request = { callingDevice: from, calledNumber: number };
    const { connection } = await party.does(makeCall(userData === undefined ? request : { ...request, userData }));
    await flow.settle();
    return connection;
}

/** A station answers its alerting connection in a call. */
export async function answers(flow: FlowStage, device: string, call: ConnectionId): Promise<void> {
    await (await flow.at(device)).does(answerCall(at(device, call)));
    await flow.settle();
}

/** A station leaves a call. */
export async function leaves(flow: FlowStage, device: string, call: ConnectionId): Promise<void> {
    await (await flow.at(device)).does(clearConnection(at(device, call)));
    await flow.settle();
}

/** Two stations talk; the caller's connection. */
export async function talk(flow: FlowStage, from: string, to: string): Promise<ConnectionId> {
    await flow.at(to);
    const call = await dials(flow, from, to);
    await answers(flow, to, call);
    return call;
}

/** A station holds its call and calls another; both calls. `answered` says whether the other one answers. */
export async function consults(
    flow: FlowStage,
    from: string,
    held: ConnectionId,
    to: string,
    answered: boolean,
): Promise<HeldAndActive> {
    await flow.at(to);
    const party = await flow.at(from);
    const { connection } = await party.does(consultationCall({ existingCall: held, consultedDevice: to }));
    await flow.settle();
    if (answered) await answers(flow, to, connection);
    return { heldCall: held, activeCall: connection };
}

/** A caller from outside; the call's ID. */
export async function outsideCalls(flow: FlowStage, from: string, to: string): Promise<ConnectionId> {
    await flow.at(to);
    await flow.control.attempt({ do: 'call', from, to });
    await flow.settle();
    const call = (await flow.control.truth()).calls.find(({ connections }) => connections.some(({ device }) => device === to));
    if (!call) throw new Error(`nobody calls ${to}`);
    const trunk = call.connections.find(({ kind }) => kind === 'trunk');
    return { callId: String(call.callId), deviceId: trunk?.device ?? '' };
}

/** Agent 2001 works at 4005 and is ready. */
export async function agentReady(flow: FlowStage): Promise<void> {
    const agent = { device: '4005', agentId: '2001' };
    const party = await flow.at('4005');
    await party.does(setAgentState({ ...agent, state: 'loggedOn', password: '1234', workMode: 'autoIn' }));
    await flow.settle();
}
