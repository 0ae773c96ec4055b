import { deviceElement, type Member } from './texts.js';
import { connection } from '../support/fake_server.js';

export type State = 'initiated' | 'alerting' | 'connected' | 'hold' | 'failed';

/** One device in one call. */
export interface Leg {
    readonly device: string;
    readonly kind: 'station' | 'trunk';
    state: State;
}

/** One call as the switch has it. */
export interface SwitchCall {
    readonly id: number;
    legs: Leg[];
    readonly calling: string;
    readonly called: string;
}

/** An agent at a station. */
export interface SwitchAgent {
    readonly agentId: string;
    readonly extension: string;
    state: 'ready' | 'notReady' | 'workingAfterCall';
    workMode: string;
    reasonCode: number;
    pending: { state: SwitchAgent['state']; workMode: string; reasonCode: number } | undefined;
}

/** A refusal, as category and value of CSTAErrorCode. */
export class Refused extends Error {
    constructor(
        readonly category: string,
        readonly value: string,
    ) {
        super(`${category}/${value}`);
    }
}

/** Where events go: the monitored device, root element name, body without the cross reference. */
export type EventSink = (device: string, name: string, body: string) => void;

/**
 * Just enough of a switch to develop the page and the scripted day against: four stations, calls, hold, consultation,
 * transfer, conference, agents. The product's own simulator is the judge of behaviour, not this.
 */
export class MiniSwitch {
    readonly stations = ['4001', '4002', '4003', '4004'];
    readonly calls = new Map<number, SwitchCall>();
    readonly agents = new Map<string, SwitchAgent>();
    private nextCall = 217;

    constructor(private readonly sink: EventSink) {}

    makeCall(from: string, to: string): number {
        this.station(from);
        const call: SwitchCall = { id: this.nextCall++, legs: [], calling: from, called: to };
        this.calls.set(call.id, call);
        call.legs.push({ device: from, kind: 'station', state: 'initiated' });
        this.tell(call, 'ServiceInitiated', 'initiatedConnection', 'initiatingDevice', from);
        this.tell(call, 'Originated', 'originatedConnection', 'callingDevice', from);
        this.route(call, from, to);
        return call.id;
    }

    externalCall(from: string, to: string): number {
        const id = this.nextCall++;
        const trunk: Leg = { device: `T${id}#1`, kind: 'trunk', state: 'connected' };
        const call: SwitchCall = { id, legs: [trunk], calling: from, called: to };
        this.calls.set(id, call);
        this.ring(call, to);
        return id;
    }

    answer(id: number, device: string): void {
        const leg = this.leg(id, device, 'alerting', 'noCallToAnswer');
        leg.state = 'connected';
        this.tell(this.call(id), 'Established', 'establishedConnection', 'answeringDevice', device);
    }

    /** Lets a person answer whatever rings there. */
    lift(device: string): void {
        for (const call of this.calls.values()) {
            if (call.legs.some((leg) => leg.device === device && leg.state === 'alerting')) this.answer(call.id, device);
        }
    }

    hold(id: number, device: string): void {
        this.leg(id, device, 'connected', 'noActiveCall').state = 'hold';
        this.tell(this.call(id), 'Held', 'heldConnection', 'holdingDevice', device);
    }

    retrieve(id: number, device: string): void {
        this.leg(id, device, 'hold', 'noHeldCall').state = 'connected';
        this.tell(this.call(id), 'Retrieved', 'retrievedConnection', 'retrievingDevice', device);
    }

    clear(id: number, device: string): void {
        const call = this.call(id);
        if (!call.legs.some((leg) => leg.device === device)) throw new Refused('stateIncompatibility', 'noConnectionToClear');
        this.drop(call, device);
        while (call.legs.length === 1 || (call.legs.length > 0 && !call.legs.some((leg) => leg.state !== 'alerting'))) {
            this.drop(call, call.legs[0]?.device ?? '');
        }
        if (call.legs.length === 0) this.calls.delete(id);
        this.afterCall();
    }

    merge(heldId: number, activeId: number, device: string, stay: boolean): void {
        this.leg(heldId, device, 'hold', 'noHeldCall');
        const held = this.call(heldId);
        const active = this.call(activeId);
        const others = [...held.legs, ...active.legs].filter((leg) => leg.device !== device);
        const legs: Leg[] = stay ? [{ device, kind: 'station', state: 'connected' }, ...others] : others;
        const told = new Set([...held.legs, ...active.legs].map((leg) => leg.device));
        const added = active.legs.find((leg) => leg.device !== device)?.device ?? '';
        active.legs = legs;
        this.calls.delete(heldId);
        this.tellMerged(told, active, { heldId, device, added, stay });
        this.afterCall();
    }

    setAgent(extension: string, state: string, agentId: string, workMode: string, reasonCode: number): boolean {
        this.station(extension);
        const agent = this.agents.get(extension);
        if (state === 'loggedOn') {
            if (agentId === '2099') throw new Refused('operation', 'invalidAgentIdentifier');
            this.agents.set(extension, { agentId, extension, state: 'notReady', workMode: 'auxWork', reasonCode: 0, pending: undefined });
            return false;
        }
        if (!agent) throw new Refused('operation', 'invalidAgentState');
        if (state === 'loggedOff') return this.agents.delete(extension), false;
        const next = { state: state as SwitchAgent['state'], workMode, reasonCode };
        const busy = this.busy(extension);
        if (busy && state !== 'ready') agent.pending = next;
        else Object.assign(agent, next, { pending: undefined });
        return busy && state !== 'ready';
    }

    busy(extension: string): boolean {
        return [...this.calls.values()].some(({ legs }) => legs.some((leg) => leg.device === extension));
    }

    call(id: number): SwitchCall {
        const call = this.calls.get(id);
        if (!call) throw new Refused('operation', 'invalidConnectionID');
        return call;
    }

    station(extension: string): void {
        if (!this.stations.includes(extension)) throw new Refused('operation', 'invalidDeviceID');
    }

    private route(call: SwitchCall, from: string, to: string): void {
        const origin = call.legs[0];
        if (!origin) return;
        if (to.length > 4) {
            origin.state = 'connected';
            call.legs.push({ device: `T${call.id}#2`, kind: 'trunk', state: 'alerting' });
            this.tell(call, 'Delivered', 'connection', 'alertingDevice', `T${call.id}#2`);
        } else if (!this.stations.includes(to) || this.busy(to)) {
            origin.state = 'failed';
            const cause = this.stations.includes(to) ? 'busy' : 'destNotObtainable';
            this.tell(call, 'Failed', 'failedConnection', 'failingDevice', to, cause);
        } else {
            origin.state = 'connected';
            this.ring(call, to);
        }
        void from;
    }

    private ring(call: SwitchCall, to: string): void {
        this.station(to);
        call.legs.push({ device: to, kind: 'station', state: 'alerting' });
        this.tell(call, 'Delivered', 'connection', 'alertingDevice', to);
    }

    private drop(call: SwitchCall, device: string): void {
        const before = call.legs.map((leg) => leg.device);
        call.legs = call.legs.filter((leg) => leg.device !== device);
        this.tell(call, 'ConnectionCleared', 'droppedConnection', 'releasingDevice', device, 'normalClearing', before);
    }

    private afterCall(): void {
        for (const agent of this.agents.values()) {
            if (!agent.pending || this.busy(agent.extension)) continue;
            Object.assign(agent, agent.pending, { pending: undefined });
        }
    }

    private leg(id: number, device: string, state: State, otherwise: string): Leg {
        const leg = this.call(id).legs.find((candidate) => candidate.device === device && candidate.state === state);
        if (!leg) throw new Refused('stateIncompatibility', otherwise);
        return leg;
    }

    private tell(call: SwitchCall, name: string, at: string, who: string, device: string, cause = 'normal', told?: string[]): void {
        for (const listener of told ?? call.legs.map((leg) => leg.device)) {
            const calling = who === 'callingDevice' ? '' : deviceElement('callingDevice', call.calling);
            const withCalled = ['Originated', 'Delivered', 'Established', 'Failed'].includes(name);
            this.sink(
                listener,
                `${name}Event`,
                `<${at}>${connection(call.id, device)}</${at}>${deviceElement(who, device)}` +
                    `${withCalled ? calling + deviceElement('calledDevice', call.called) : ''}` +
                    `<localConnectionInfo>${this.local(call, listener)}</localConnectionInfo><cause>${cause}</cause>`,
            );
        }
    }

    private tellMerged(told: Set<string>, call: SwitchCall, merge: { heldId: number; device: string; added: string; stay: boolean }): void {
        const { heldId, device, added, stay } = merge;
        const list: Member[] = call.legs.map((leg) => ({ callId: call.id, device: leg.device }));
        const items = list.map(
            (member) =>
                `<connectionListItem><newConnection>${connection(member.callId, member.device)}</newConnection>` +
                `<endpoint><deviceID>${member.device}</deviceID></endpoint></connectionListItem>`,
        );
        const [root, by, to, connections] = stay
            ? ['ConferencedEvent', 'conferencingDevice', 'addedParty', 'conferenceConnections']
            : ['TransferedEvent', 'transferringDevice', 'transferredToDevice', 'transferredConnections'];
        for (const listener of told) {
            this.sink(
                listener,
                root,
                `<primaryOldCall>${connection(heldId, device)}</primaryOldCall>` +
                    `<secondaryOldCall>${connection(call.id, device)}</secondaryOldCall>` +
                    `${deviceElement(by, device)}${deviceElement(to, added)}<${connections}>${items.join('')}</${connections}>` +
                    `<localConnectionInfo>${this.local(call, listener)}</localConnectionInfo><cause>transfer</cause>`,
            );
        }
    }

    private local(call: SwitchCall, device: string): string {
        const state = call.legs.find((leg) => leg.device === device)?.state ?? 'null';
        return state === 'failed' ? 'fail' : state;
    }
}
