import type { CallControlNumbers } from './numbers.js';
import type { ConnectionId, Phone } from '../client/index.js';
import type { Truth } from '../scripted-day/ctisim.js';
import { AgentLegality, Legality, type Reasons } from './legality.js';
import type { Random } from './random.js';
import type { SwitchControl } from './switch_control.js';

/** One step of a walk: what it does in words, how, and what a switch may refuse it with. */
export interface Move {
    readonly name: string;
    readonly reasons: Reasons;
    run(): Promise<unknown>;
}

/** What moves are made from. */
export interface Surroundings {
    readonly random: Random;
    readonly truth: Truth;
    readonly phones: readonly Phone[];
    readonly control: SwitchControl;
    readonly numbers: CallControlNumbers;
}

/** Chooses a move. Most name calls and states that fit, so that calls get somewhere; the rest are wrong on purpose. */
export function chooseMove(at: Surroundings): Move {
    const { random } = at;
    const makers = weights.flatMap(([times, maker]) => Array<Maker>(times).fill(maker));
    return random.pick(makers)(at);
}

type Maker = (at: Surroundings) => Move;

const weights: readonly (readonly [number, Maker])[] = [
    [5, dial],
    [7, answer],
    [3, hold],
    [3, retrieve],
    [5, hangUp],
    [1, clear],
    [4, consult],
    [3, transfer],
    [3, conference],
    [2, alternate],
    [2, reconnect],
    [3, stepIn],
    [3, giveAway],
    [3, sendOn],
    [3, pickUp],
    [4, callFromOutside],
    [2, outsideHangsUp],
    [3, timePasses],
    [3, agentChanges],
];

function dial(at: Surroundings): Move {
    const phone = at.random.pick(at.phones);
    const number = at.random.pick(at.random.oneIn(3) ? at.numbers.special : at.phones.map(({ extension }) => extension));
    const reasons = legality(at).makeCall(phone.extension);
    return { name: `${phone.extension} dials ${number}`, reasons, run: () => phone.dial(number) };
}

function answer(at: Surroundings): Move {
    const { phone, connection } = aConnection(at, 'alerting');
    const reasons = legality(at).answer(connection);
    return { name: `${phone.extension} answers ${connection.callId}`, reasons, run: () => phone.answer(connection.callId) };
}

function hold(at: Surroundings): Move {
    const { phone, connection } = aConnection(at, 'connected');
    const reasons = legality(at).hold(connection);
    return { name: `${phone.extension} holds ${connection.callId}`, reasons, run: () => phone.hold(connection.callId) };
}

function retrieve(at: Surroundings): Move {
    const { phone, connection } = aConnection(at, 'hold');
    const reasons = legality(at).retrieve(connection);
    return { name: `${phone.extension} retrieves ${connection.callId}`, reasons, run: () => phone.retrieve(connection.callId) };
}

function hangUp(at: Surroundings): Move {
    const { phone, connection } = aConnection(at, 'connected');
    const reasons = legality(at).clear(connection);
    return { name: `${phone.extension} leaves ${connection.callId}`, reasons, run: () => phone.hangUp(connection.callId) };
}

function clear(at: Surroundings): Move {
    const { phone, connection } = aConnection(at, 'connected');
    const reasons = legality(at).clearCall(connection);
    return { name: `${phone.extension} ends ${connection.callId}`, reasons, run: () => phone.clear(connection.callId) };
}

function consult(at: Surroundings): Move {
    const { phone, connection } = aConnection(at, 'connected');
    const number = at.random.pick(at.random.oneIn(4) ? at.numbers.special : at.phones.map(({ extension }) => extension));
    const reasons = legality(at).consult(connection);
    return {
        name: `${phone.extension} consults ${number} about ${connection.callId}`,
        reasons,
        run: () => phone.consult(connection.callId, number),
    };
}

function transfer(at: Surroundings): Move {
    return withPair(at, 'transfers', (rules, held, active) => rules.transfer(held, active), 'transfer');
}

function conference(at: Surroundings): Move {
    return withPair(at, 'confers', (rules, held, active) => rules.conference(held, active), 'conference');
}

function alternate(at: Surroundings): Move {
    return withPair(at, 'swaps', (rules, held, active) => rules.alternate(active, held), 'alternate');
}

function reconnect(at: Surroundings): Move {
    return withPair(at, 'goes back', (rules, held, active) => rules.reconnect(active, held), 'reconnect');
}

function withPair(
    at: Surroundings,
    verb: string,
    judge: (rules: Legality, held: ConnectionId, active: ConnectionId) => Reasons,
    command: 'transfer' | 'conference' | 'alternate' | 'reconnect',
): Move {
    const { phone, held, active } = aPair(at);
    const reasons = judge(legality(at), held, active);
    const name = `${phone.extension} ${verb}: held ${held.callId}, active ${active.callId}`;
    return { name, reasons, run: () => phone[command](held.callId, active.callId) };
}

function stepIn(at: Surroundings): Move {
    const { phone, connection } = aConnection(at, 'connected');
    const joining = aDevice(at);
    const participation = at.random.pick(['active', 'silent'] as const);
    return {
        name: `${phone.extension} adds ${joining} to ${connection.callId}, ${participation}`,
        reasons: legality(at).singleStepConference(connection, joining),
        run: () => phone.add(connection.callId, joining, participation),
    };
}

function giveAway(at: Surroundings): Move {
    const { phone, connection } = aConnection(at, 'connected');
    const to = aDevice(at);
    return {
        name: `${phone.extension} gives ${connection.callId} to ${to}`,
        reasons: legality(at).singleStepTransfer(connection, to),
        run: () => phone.transferTo(connection.callId, to),
    };
}

function sendOn(at: Surroundings): Move {
    const { phone, connection } = aConnection(at, 'alerting');
    const to = aDevice(at);
    return {
        name: `${phone.extension} sends ${connection.callId} on to ${to}`,
        reasons: legality(at).deflect(connection, to),
        run: () => phone.deflect(connection.callId, to),
    };
}

function pickUp(at: Surroundings): Move {
    const { phone, connection } = aConnection(at, 'alerting');
    const taker = at.random.pick(at.phones);
    return {
        name: `${taker.extension} picks up ${connection.callId} from ${phone.extension}`,
        reasons: legality(at).pickUp(connection, taker.extension),
        run: () => taker.pickUp(connection.callId, phone.extension),
    };
}

/** A station; now and then a number that is none. */
function aDevice({ random, phones }: Surroundings): string {
    return random.oneIn(12) ? '7777' : random.pick(phones).extension;
}

function callFromOutside(at: Surroundings): Move {
    const to = at.random.pick(at.random.oneIn(3) ? at.numbers.vdns : at.phones.map(({ extension }) => extension));
    const from = at.random.oneIn(4) ? '' : `030${1000 + at.random.below(9000)}`;
    return {
        name: `${from || 'a hidden number'} calls ${to} from outside`,
        reasons: [],
        run: () => at.control.attempt({ do: 'call', from, to }),
    };
}

function outsideHangsUp(at: Surroundings): Move {
    const trunks = at.truth.calls.flatMap(({ callId, connections }) =>
        connections.filter(({ kind }) => kind === 'trunk').map(({ device }) => ({ callId, device })),
    );
    if (trunks.length === 0) return timePasses(at);
    const { callId, device } = at.random.pick(trunks);
    return {
        name: `the outside party ${device} hangs up`,
        reasons: [],
        run: () => at.control.attempt({ do: 'hangup', device, call: callId }),
    };
}

function timePasses(at: Surroundings): Move {
    const ms = 1 + at.random.below(2500);
    return { name: `${ms} ms pass`, reasons: [], run: () => at.control.attempt({ do: 'advance', ms }) };
}

function agentChanges(at: Surroundings): Move {
    const { random, numbers, truth } = at;
    const phone = random.pick(at.phones.slice(0, numbers.agents.length));
    const rules = new AgentLegality(truth);
    const name = (what: string) => `agent at ${phone.extension} ${what}`;
    if (random.oneIn(3)) {
        const agentId = random.pick(numbers.agents);
        const run = () => phone.agent.logIn(agentId, numbers.agentPassword);
        return { name: name(`logs in as ${agentId}`), reasons: rules.logIn(phone.extension, agentId), run };
    }
    const reasons = rules.change(phone.extension);
    const changes: readonly (readonly [string, () => Promise<void>])[] = [
        ['is ready, auto-in', () => phone.agent.ready('autoIn')],
        ['is ready, manual-in', () => phone.agent.ready('manualIn')],
        ['is not ready', () => phone.agent.notReady()],
        ['does after-call work', () => phone.agent.afterCallWork()],
        ['logs out', () => phone.agent.logOut()],
    ];
    const [what, run] = random.pick(changes);
    return { name: name(what), reasons, run };
}

function legality({ truth, numbers }: Surroundings): Legality {
    return new Legality(truth, numbers.appearances);
}

interface OwnConnection {
    readonly phone: Phone;
    readonly connection: ConnectionId;
}

/** A station's connection, four times of five one in the wanted state if there is any; sometimes one that is not there. */
function aConnection(at: Surroundings, wanted: string): OwnConnection {
    const all = at.phones.flatMap((phone) => ownConnections(at, phone));
    const fitting = all.filter(({ state }) => state === wanted);
    const from = fitting.length > 0 && !at.random.oneIn(5) ? fitting : all;
    if (from.length > 0 && !at.random.oneIn(20)) return at.random.pick(from);
    const phone = at.random.pick(at.phones);
    return { phone, connection: { callId: String(1 + at.random.below(400)), deviceId: phone.extension } };
}

function ownConnections({ truth }: Surroundings, phone: Phone): readonly (OwnConnection & { readonly state: string })[] {
    return truth.calls.flatMap(({ callId, connections }) =>
        connections
            .filter(({ device }) => device === phone.extension)
            .map(({ device, state }) => ({ phone, connection: { callId: String(callId), deviceId: device }, state })),
    );
}

/** A held and an active call of one station if there are such, otherwise any two. */
function aPair(at: Surroundings): { phone: Phone; held: ConnectionId; active: ConnectionId } {
    const pairs = at.phones.flatMap((phone) => {
        const own = ownConnections(at, phone);
        const held = own.filter(({ state }) => state === 'hold');
        const active = own.filter(({ state }) => state !== 'hold' && state !== 'alerting');
        return held.flatMap((first) =>
            active.map((second) => ({ phone, held: first.connection, active: second.connection })),
        );
    });
    if (pairs.length > 0 && !at.random.oneIn(6)) return at.random.pick(pairs);
    const { phone, connection } = aConnection(at, 'connected');
    const other = { callId: String(1 + at.random.below(400)), deviceId: phone.extension };
    return at.random.oneIn(2) ? { phone, held: connection, active: other } : { phone, held: other, active: connection };
}
