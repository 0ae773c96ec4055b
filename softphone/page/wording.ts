import { isTrunkName, type AgentStatus, type Call, type CstaEvent } from '../client/index.js';

const failures: Readonly<Record<string, string>> = {
    busy: 'busy',
    destNotObtainable: 'number not reachable',
    numberUnallocated: 'number does not exist',
    networkCongestion: 'network busy',
    resourcesNotAvailable: 'no line free',
    trunksBusy: 'all lines busy',
    reorderTone: 'number not possible',
};

/** Whom a call is with, for its heading. */
export function partyNames(call: Call): string {
    const names = call.parties.map(({ number }) => plainNumber(number));
    if (names.length > 0) return names.join(', ');
    const other = call.direction === 'incoming' ? call.callingNumber : call.calledNumber;
    return other ?? (call.direction === 'outgoing' ? 'New call' : 'Unknown number');
}

/** A call's state in a word or two. */
export function callState(call: Call): string {
    switch (call.state) {
        case 'initiated':
            return 'Dialling';
        case 'alerting':
            return 'Ringing';
        case 'hold':
            return 'On hold';
        case 'queued':
            return 'Waiting';
        case 'fail':
            return `Failed: ${failures[call.failure ?? ''] ?? call.failure ?? 'not possible'}`;
        case 'connected':
            return connectedState(call);
    }
}

/** Who called which number, where that adds something. */
export function callDetail(call: Call): string {
    const parts: string[] = [];
    const names = partyNames(call);
    const { calledNumber } = call;
    const shown = calledNumber === call.connection.deviceId || call.parties.some(({ number }) => number === calledNumber);
    if (calledNumber !== undefined && calledNumber !== names && !shown) {
        parts.push(call.direction === 'incoming' ? `called ${calledNumber}` : `dialled ${calledNumber}`);
    }
    const held = call.parties.filter(({ state }) => state === 'hold');
    if (held.length > 0) parts.push(`${held.map(({ number }) => plainNumber(number)).join(', ')} put you on hold`);
    if (call.userData !== undefined && call.userData !== '') parts.push(`“${call.userData}”`);
    return parts.join(' · ');
}

/** An agent's state in words. */
export function agentState(status: AgentStatus): string {
    if (!status.loggedOn) return 'No agent logged in';
    const who = status.agentId === undefined ? '' : `${status.agentId}: `;
    const pending = status.pending ? ', change after this call' : '';
    return who + agentStateWords(status) + pending;
}

/** What an event is about, in one line. */
export function eventAbout(event: CstaEvent): string {
    const parts: string[] = [];
    if ('connection' in event) parts.push(`call ${event.connection.callId}`);
    if ('primaryOldCall' in event) {
        parts.push([event.primaryOldCall, event.secondaryOldCall].flatMap((old) => old?.callId ?? []).join(' + '));
    }
    if ('device' in event && event.device.id !== undefined) parts.push(`at ${event.device.id}`);
    if ('localState' in event && event.localState !== undefined) parts.push(`here ${event.localState}`);
    if (event.cause !== undefined) parts.push(event.cause);
    return parts.join(' · ');
}

/** The switch's names for trunks say nothing to a person. */
function plainNumber(number: string): string {
    return number === '' || isTrunkName(number) ? 'Outside line' : number;
}

function connectedState(call: Call): string {
    if (call.parties.some(({ state }) => state === 'connected' || state === 'hold')) return call.conference ? 'Talking, conference' : 'Talking';
    if (call.parties.some(({ state }) => state === 'alerting')) return 'Calling, it rings';
    if (call.parties.some(({ state }) => state === 'queued')) return 'Waiting in a queue';
    return call.direction === 'outgoing' ? 'Calling' : 'Connected';
}

function agentStateWords({ state, workMode, reasonCode }: AgentStatus): string {
    switch (state) {
        case 'agentReady':
            return workMode === 'manualIn' ? 'Ready, manual-in' : 'Ready, auto-in';
        case 'agentBusy':
            return 'On a call';
        case 'agentWorkingAfterCall':
            return 'After-call work';
        case 'agentNotReady':
            return reasonCode ? `Not ready, reason ${reasonCode}` : 'Not ready';
        case 'agentNull':
            return 'Logged out';
    }
}
