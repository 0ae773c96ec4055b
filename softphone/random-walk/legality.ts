import type { ConnectionId } from '../client/index.js';
import type { Truth, TrueCall, TrueConnection } from '../scripted-day/ctisim.js';

/**
 * What a switch may say no with, as `category/value` of CSTAErrorCode. A request can be wrong for several reasons at
 * once; which one is named is the switch's choice. No reasons at all: it must succeed.
 */
export type Reasons = readonly string[];

const unknownConnection = 'operation/invalidConnectionID';
const wrongState = 'stateIncompatibility/invalidObjectState';
const busy = 'systemResourceAvailibility/internalResourceBusy';
const refusedByFeature = 'operation/generic';
const notRinging = 'subscribedResourceAvailability/generic';
const noDestination = 'operation/invalidDestination';
const unknownDevice = 'operation/invalidDeviceID';
const conferenceFull = 'systemResourceAvailibility/conferenceMemberLimitExceeded';

/** Parties of a call, at most. */
const maxParties = 6;

/** The rules of call control, judged by what the switch knows before the request. */
export class Legality {
    /** `appearances` is the number of calls a station can have at a time. */
    constructor(
        private readonly truth: Truth,
        private readonly appearances: number,
    ) {}

    /** The party of that connection, if the switch has it. */
    party({ callId, deviceId }: ConnectionId): TrueConnection | undefined {
        return this.call(callId)?.connections.find(({ device }) => device === deviceId);
    }

    makeCall(station: string): Reasons {
        const line = this.offHook(station);
        if (line && line.state !== 'initiated') return [busy];
        return line || this.hasAppearance(station) ? [] : [busy];
    }

    answer(connection: ConnectionId): Reasons {
        const party = this.party(connection);
        if (!party) return [unknownConnection];
        if (party.state === 'connected') return [];
        return [
            ...(party.state === 'alerting' ? [] : [wrongState]),
            ...(this.offHook(connection.deviceId) && party.state === 'alerting' ? [busy] : []),
        ];
    }

    hold(connection: ConnectionId): Reasons {
        const party = this.party(connection);
        if (!party) return [unknownConnection];
        return talks(party) || party.state === 'hold' ? [] : [wrongState];
    }

    retrieve(connection: ConnectionId): Reasons {
        const party = this.party(connection);
        if (!party) return [unknownConnection];
        if (party.state !== 'hold') return [wrongState];
        return this.offHook(connection.deviceId) ? [busy] : [];
    }

    clear(connection: ConnectionId): Reasons {
        return this.party(connection) ? [] : [unknownConnection];
    }

    clearCall({ callId }: ConnectionId): Reasons {
        return this.call(callId) ? [] : [unknownConnection];
    }

    consult(connection: ConnectionId): Reasons {
        const party = this.party(connection);
        if (!party) return [unknownConnection];
        const held = party.state === 'hold';
        return [
            ...(held || talks(party) ? [] : [wrongState]),
            ...(held && this.offHook(connection.deviceId) ? [busy] : []),
            ...(this.hasAppearance(connection.deviceId) ? [] : [busy]),
        ];
    }

    alternate(active: ConnectionId, held: ConnectionId): Reasons {
        return this.pair(active, held, talks);
    }

    reconnect(active: ConnectionId, held: ConnectionId): Reasons {
        return this.pair(active, held, ({ state }) => ['connected', 'initiated', 'failed'].includes(state));
    }

    transfer(held: ConnectionId, active: ConnectionId): Reasons {
        return this.merge(held, active, 2);
    }

    conference(held: ConnectionId, active: ConnectionId): Reasons {
        return this.merge(held, active, 1);
    }

    /** A device joins a call at the wish of a party. */
    singleStepConference(connection: ConnectionId, joining: string): Reasons {
        const call = this.call(connection.callId);
        if (!this.party(connection) || !call) return [unknownConnection];
        const there = call.connections.some(({ device }) => device === joining);
        return [
            ...(call.connections.length < 2 || call.inVector ? [wrongState] : []),
            ...(this.isStation(joining) ? [] : [unknownDevice]),
            ...(there ? [refusedByFeature] : []),
            ...(this.isFree(joining) ? [] : [busy]),
            ...(call.connections.length >= maxParties ? [conferenceFull] : []),
        ];
    }

    /** A party gives its call away. `to` is a station or an outside number. */
    singleStepTransfer(connection: ConnectionId, to: string): Reasons {
        const call = this.call(connection.callId);
        const own = this.party(connection);
        if (!call || !own) return [unknownConnection];
        const others = call.connections.filter((party) => party !== own && !party.silent);
        const heard = talks(own) && others.some(({ state }) => state === 'connected' || state === 'hold');
        return [...(heard ? [] : [wrongState]), ...this.redirection(call, to)];
    }

    deflect(connection: ConnectionId, to: string): Reasons {
        const call = this.call(connection.callId);
        if (!call || !this.party(connection)) return [unknownConnection];
        const toCaller = call.calling === to;
        return [...this.notAlerting(connection), ...(toCaller ? [refusedByFeature] : []), ...this.redirection(call, to)];
    }

    /** `by` takes a call that rings elsewhere. */
    pickUp(connection: ConnectionId, by: string): Reasons {
        const call = this.call(connection.callId);
        if (!call || !this.party(connection)) return [unknownConnection];
        const there = call.connections.some(({ device }) => device === by);
        return [...this.notAlerting(connection), ...(there ? [refusedByFeature] : []), ...(this.isFree(by) ? [] : [busy])];
    }

    private notAlerting(connection: ConnectionId): Reasons {
        return this.party(connection)?.state === 'alerting' ? [] : [notRinging];
    }

    /** Where a call may be sent: not to one who is in it, not to one who is busy. */
    private redirection(call: TrueCall, to: string): Reasons {
        if (!this.isStation(to)) return [noDestination];
        const there = call.connections.some(({ device }) => device === to);
        return [...(there ? [refusedByFeature] : []), ...(this.hasAppearance(to) ? [] : [busy])];
    }

    private isStation(device: string): boolean {
        return this.truth.stations.some(({ extension }) => extension === device);
    }

    private isFree(station: string): boolean {
        return !this.offHook(station) && this.hasAppearance(station);
    }

    private merge(held: ConnectionId, active: ConnectionId, leaving: number): Reasons {
        const wrong = this.pair(active, held, talks);
        const [first, second] = [this.call(held.callId), this.call(active.callId)];
        if (wrong.length > 0 || !first || !second) return wrong;
        const others = (call: TrueCall) => call.connections.filter(({ device }) => device !== held.deviceId);
        const twice = others(first).some(({ device }) => others(second).some((other) => other.device === device));
        const audible = [...others(first), ...others(second)].filter(({ silent }) => !silent);
        const answered = audible.some(({ state }) => state === 'connected' || state === 'hold');
        const parties = first.connections.length + second.connections.length - leaving;
        return [
            ...(others(first).length === 0 || others(second).length === 0 ? [wrongState] : []),
            ...(twice || !answered || first.inVector || second.inVector ? [refusedByFeature] : []),
            ...(parties > maxParties ? [conferenceFull] : []),
        ];
    }

    private pair(active: ConnectionId, held: ConnectionId, fits: (party: TrueConnection) => boolean): Reasons {
        const [first, second] = [this.party(active), this.party(held)];
        if (!first || !second) return [unknownConnection];
        const oneStation = active.deviceId === held.deviceId && active.callId !== held.callId;
        return oneStation && second.state === 'hold' && fits(first) ? [] : [wrongState];
    }

    private call(callId: string): TrueCall | undefined {
        return this.truth.calls.find((call) => String(call.callId) === callId);
    }

    private legs(station: string): readonly TrueConnection[] {
        return this.truth.calls.flatMap(({ connections }) => connections.filter(({ device }) => device === station));
    }

    private offHook(station: string): TrueConnection | undefined {
        return this.legs(station).find(({ state }) => ['initiated', 'connected', 'failed'].includes(state));
    }

    private hasAppearance(station: string): boolean {
        return this.legs(station).length < this.appearances;
    }
}

/** On the line, and not only to listen. */
function talks({ state, silent }: TrueConnection): boolean {
    return state === 'connected' && !silent;
}

const reasonlessRefusal = 'unspecified';
const agentRefused = 'operation/generic';

/** The rules of agents, for requests without reason codes and with the right password. */
export class AgentLegality {
    constructor(private readonly truth: Truth) {}

    logIn(station: string, agentId: string): Reasons {
        const there = this.at(station);
        if (there) return [there.agentId === agentId ? reasonlessRefusal : agentRefused];
        const elsewhere = this.truth.agents.some((agent) => agent.agentId === agentId);
        const onCall = this.truth.calls.some(({ connections }) => connections.some(({ device }) => device === station));
        return [...(elsewhere ? [agentRefused] : []), ...(onCall ? [busy] : [])];
    }

    /** Any change of one who should be logged in. */
    change(station: string): Reasons {
        return this.at(station) ? [] : [reasonlessRefusal];
    }

    private at(station: string) {
        return this.truth.agents.find((agent) => agent.extension === station);
    }
}
