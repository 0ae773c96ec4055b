import type { AgentStatus, Call, Phone } from '../client/index.js';
import type { Truth, TrueAgent, TrueCall } from './ctisim.js';

/** The part of a phone that is compared. */
export type View = Pick<Phone, 'extension' | 'calls'> & { readonly agent: { readonly status: AgentStatus } };

/**
 * Compares what a phone shows with what the switch knows of the same extension: calls, own states, other parties and
 * their states, agent. Each difference is a sentence; none means that they agree.
 */
export function differences({ extension, calls, agent }: View, truth: Truth): string[] {
    const stations = new Set(truth.stations.map((station) => station.extension));
    const shown = calls.map((call) => describeShown(call, stations));
    const real = truth.calls.flatMap((call) => describeTrue(call, extension, queuesOf(call, truth)));
    return [
        ...missing(shown, real).map((call) => `${extension} shows ${call}, the switch does not have it`),
        ...missing(real, shown).map((call) => `${extension} does not show ${call}, the switch has it`),
        ...agentDifferences(agent.status, truth.agents.find((candidate) => candidate.extension === extension)).map(
            (difference) => `agent at ${extension}: ${difference}`,
        ),
    ];
}

/** What a phone shows, without call IDs: `connected: 4002 alerting`. Parties beyond the switch are `outside`. */
export function describeView({ calls }: Pick<View, 'calls'>, truth: Truth): string[] {
    const stations = new Set(truth.stations.map((station) => station.extension));
    return calls.map((call) => describeShown(call, stations).replace(/^call \S+ /, '')).sort();
}

function describeShown({ id, state, parties }: Call, stations: ReadonlySet<string>): string {
    const others = parties.flatMap(({ number, deviceId, state: other }) => {
        const station = [deviceId, number].find((name) => name !== undefined && stations.has(name));
        return station === undefined && other === 'initiated' ? [] : [`${station ?? 'outside'} ${other}`];
    });
    return describe(id, state, others);
}

/** A trunk that is being seized is no party yet: events do not tell of it, only a snapshot may. */
function describeTrue({ callId, connections }: TrueCall, extension: string, queues: readonly string[]): string[] {
    const present = connections.filter(({ state, kind }) => state !== 'null' && !(kind === 'trunk' && state === 'initiated'));
    const own = present.find(({ device }) => device === extension);
    if (!own) return [];
    const others = present
        .filter((connection) => connection !== own)
        .map(({ device, kind, state }) => `${kind === 'station' ? device : 'outside'} ${standardState(state)}`);
    return [describe(String(callId), standardState(own.state), [...others, ...queues])];
}

/** Skills for which the call waits; to a phone they are parties beyond the switch's stations. */
function queuesOf({ callId }: TrueCall, { skills = [] }: Truth): readonly string[] {
    const places = skills.flatMap(({ queue }) => queue.filter((place) => place.callId === callId && place.agentId === undefined));
    return places.map(() => 'outside queued');
}

function describe(id: string, state: string, others: readonly string[]): string {
    return `call ${id} ${state}: ${[...others].sort().join(', ') || 'nobody else'}`;
}

/** ctisim says "failed" where CSTA says "fail". */
function standardState(state: string): string {
    return state === 'failed' ? 'fail' : state;
}

function agentDifferences(shown: AgentStatus, real: TrueAgent | undefined): string[] {
    if (!real) return shown.loggedOn ? ['shown as logged in, is not'] : [];
    if (!shown.loggedOn) return ['is logged in, not shown so'];
    const found: string[] = [];
    const check = (what: string, mine: unknown, theirs: unknown) => {
        if (mine !== theirs) found.push(`${what} is ${String(theirs)}, shown is ${String(mine)}`);
    };
    const states: Record<string, string> = { agentBusy: 'ready', agentReady: 'ready', agentNotReady: 'notReady' };
    check('state', states[shown.state] ?? 'workingAfterCall', real.state);
    if (shown.agentId !== undefined) check('ID', shown.agentId, real.agentId);
    if (shown.workMode !== undefined) check('work mode', shown.workMode, real.workMode);
    if (real.state === 'notReady') check('reason', shown.reasonCode ?? 0, real.reasonCode);
    if (shown.onCall !== undefined) check('talk state', shown.onCall ? 'onCall' : 'idle', real.talkState);
    return found;
}

function missing(from: readonly string[], elsewhere: readonly string[]): string[] {
    return from.filter((item) => !elsewhere.includes(item));
}
