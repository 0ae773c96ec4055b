import type { ConnectionId, ConnectionState } from '../messages/devices.js';
import type {
    CallEvent,
    CallParties,
    ConferencedEvent,
    ConnectionClearedEvent,
    DeliveredEvent,
    DivertedEvent,
    EstablishedEvent,
    FailedEvent,
    HeldEvent,
    NetworkReachedEvent,
    OriginatedEvent,
    QueuedEvent,
    RetrievedEvent,
    TransferredEvent,
} from '../messages/events.js';
import type { CallSnapshot, SnapshotOfDevice } from '../messages/monitoring.js';
import { known, type Call, type CallChange, type Party } from './call.js';
import { CallTable, live, type LiveState, type ModelChange } from './call_table.js';
import { mergeParties } from './merge_parties.js';
import { numberToShow, withCaller, withoutParty, withoutRedirected, withParty } from './parties.js';
import { snapshotChange } from './snapshot_change.js';

/** Values of {@link CallEventBase.originalCallReason}. */
const conferenced = 2;
const transferred = 3;

/**
 * The calls of one extension, made from its monitor's events and from snapshots. It sends nothing and knows no clock:
 * give it messages in the order of the wire and it shows what the extension shows.
 */
export class PhoneModel {
    private readonly table: CallTable;
    private lastDialled: { readonly id: string; readonly number: string } | undefined;

    constructor(readonly extension: string) {
        this.table = new CallTable(extension);
    }

    /** All calls, the oldest first. */
    get calls(): readonly Call[] {
        return this.table.all;
    }

    /** The call with that ID. */
    call(id: string): Call | undefined {
        return this.table.get(id);
    }

    /** Applies one event of the extension's monitor. */
    apply(event: CallEvent): ModelChange {
        this.applyByKind(event);
        return this.table.takeChange();
    }

    /** Takes the number that a request dialled for a call: of a call that fails at once, no event tells it. */
    dialled(id: string, number: string): ModelChange {
        this.lastDialled = { id, number };
        const call = this.table.get(id);
        if (call && call.calledNumber === undefined) this.table.change(id, call.state, { calledNumber: number });
        return this.table.takeChange();
    }

    /**
     * Applies the answer of SnapshotDevice, which is right about which calls there are and in which state the
     * extension is. Every call is unsure afterwards, because a device's snapshot does not name the parties.
     */
    applyDeviceSnapshot(snapshot: readonly SnapshotOfDevice[]): ModelChange {
        const present = new Map(snapshot.map((entry) => [entry.connection.callId, entry]));
        for (const call of this.calls) {
            if (!present.has(call.id)) this.table.remove(call.id, undefined, true);
        }
        for (const [id, { connection, states }] of present) {
            const own = live(states[0]);
            if (own === undefined) this.table.remove(id, undefined, true);
            else this.table.change(id, own, { connection: { ...connection, deviceId: connection.deviceId || this.extension } });
            if (own !== undefined) this.table.doubt(id);
        }
        return this.table.takeChange();
    }

    /** Applies the answer of SnapshotCall, which is right about who is in the call and in which state. */
    applyCallSnapshot(id: string, snapshot: CallSnapshot): ModelChange {
        const before = this.table.get(id);
        if (before) {
            const own = snapshot.connections.find((entry) => this.isOwn(entry.connection?.deviceId ?? entry.device.id));
            const state = own ? live(own.state) : before.state;
            if (state === undefined) this.table.remove(id, undefined, true);
            else this.table.change(id, state, snapshotChange(before, snapshot, this.isOwn));
        }
        return this.table.takeChange();
    }

    private applyByKind(event: CallEvent): void {
        switch (event.kind) {
            case 'ServiceInitiated':
                return this.own(event, 'initiated', { direction: 'outgoing', ...this.numberDialled(event) });
            case 'Originated':
                return this.originated(event);
            case 'Delivered':
                return this.delivered(event);
            case 'Established':
                return this.established(event);
            case 'Held':
                return this.moved(event, 'hold');
            case 'Retrieved':
                return this.moved(event, 'connected');
            case 'Queued':
            case 'NetworkReached':
                return this.otherEnd(event, event.kind === 'Queued' ? 'queued' : 'connected');
            case 'Failed':
                return this.failed(event);
            case 'Diverted':
                return this.diverted(event);
            case 'Transferred':
            case 'Conferenced':
                return this.merged(event);
            case 'ConnectionCleared':
                return this.cleared(event);
            case 'CallCleared':
                return this.table.remove(event.connection.callId, event.cause, event.synthetic);
        }
    }

    private originated(event: OriginatedEvent): void {
        // Switches still report "initiated" here, but from the last digit on the caller has the line.
        const heard = { ...event, localState: event.localState === 'initiated' ? 'connected' : event.localState } as const;
        this.own(heard, 'connected', {
            direction: 'outgoing',
            ...known('callingNumber', event.callingDevice.id),
            ...known('calledNumber', event.calledDevice.id),
        });
    }

    private delivered(event: DeliveredEvent): void {
        const incoming = this.isOwn(event.connection.deviceId);
        const arrives = incoming && this.mayHaveOthers(event);
        const others = withoutRedirected(this.partiesOf(event), event.lastRedirectionDevice);
        const parties = arrives
            ? []
            : incoming
              ? this.withCallerIfNew(event, others)
              : withParty(others, event.connection, 'alerting', numberToShow(event));
        this.own(event, incoming ? 'alerting' : 'connected', { parties, ...this.firstParties(event) });
        if (arrives) this.table.doubt(event.connection.callId);
    }

    private established(event: EstablishedEvent): void {
        const own = this.isOwn(event.connection.deviceId);
        const arrives = own && this.mayHaveOthers(event);
        const before = this.partiesOf(event).filter((party) => party.state !== 'queued');
        const others = arrives || this.isOwn(event.callingDevice.id) ? before : this.withCallerIfNew(event, before);
        const parties = own ? others : withParty(others, event.connection, 'connected', numberToShow(event));
        this.own(event, 'connected', { parties, ...this.firstParties(event) });
        if (arrives) this.table.doubt(event.connection.callId);
    }

    /**
     * A call that was redirected, transferred or conferenced before it came may bring parties of which its first event
     * says nothing, and its caller may have left.
     */
    private mayHaveOthers(event: DeliveredEvent | EstablishedEvent): boolean {
        const { connection, lastRedirectionDevice, originalCallReason } = event;
        const merged = originalCallReason === conferenced || originalCallReason === transferred;
        return (lastRedirectionDevice.id !== undefined || merged) && !this.table.has(connection.callId);
    }

    /** The caller of a call that begins here; of a known call the parties are known, and the caller may have left. */
    private withCallerIfNew({ connection, callingDevice }: DeliveredEvent | EstablishedEvent, parties: readonly Party[]) {
        return this.table.has(connection.callId) ? parties : withCaller(parties, callingDevice);
    }

    private moved(event: HeldEvent | RetrievedEvent, state: LiveState): void {
        const { connection } = event;
        const existed = this.table.has(connection.callId);
        if (this.isOwn(connection.deviceId)) this.own(event, state, {});
        else this.own(event, 'connected', { parties: withParty(this.partiesOf(event), connection, state, event.device.id) });
        if (!existed && this.table.has(connection.callId)) this.table.doubt(connection.callId);
    }

    private otherEnd(event: QueuedEvent | NetworkReachedEvent, state: ConnectionState): void {
        const parties = withParty(this.partiesOf(event), event.connection, state, numberToShow(event));
        this.own(event, 'connected', { parties, ...this.firstParties(event) });
    }

    private failed(event: FailedEvent): void {
        // A busy extension may hear of a call that never reached it; that is no call of its own.
        const stranger = !this.table.has(event.connection.callId) && !this.isOwn(event.callingDevice.id);
        if (stranger) return;
        const parties = withoutParty(this.partiesOf(event), event.connection.deviceId, event.device.id);
        this.own(event, 'fail', { parties, ...known('failure', event.cause), ...this.firstParties(event) });
    }

    private diverted(event: DivertedEvent): void {
        const { connection } = event;
        if (this.isOwn(connection.deviceId)) return this.table.remove(connection.callId, event.cause, event.synthetic);
        if (!this.table.has(connection.callId)) return;
        this.own(event, undefined, { parties: withoutParty(this.partiesOf(event), connection.deviceId, event.device.id) });
    }

    private cleared(event: ConnectionClearedEvent): void {
        const { connection } = event;
        const call = this.table.get(connection.callId);
        if (!call) return;
        if (this.isOwn(connection.deviceId)) return this.table.remove(call.id, event.cause, event.synthetic);
        const parties = withoutParty(call.parties, connection.deviceId, event.device.id);
        this.own(event, undefined, { parties, conference: call.conference && parties.length > 1 });
    }

    private merged(event: TransferredEvent | ConferencedEvent): void {
        const old = [event.primaryOldCall, event.secondaryOldCall].flatMap((connection) => connection?.callId ?? []);
        const before = old.flatMap((id) => this.table.get(id) ?? []);
        const id = event.members.find((member) => member.connection)?.connection?.callId ?? old.at(-1);
        const left = event.kind === 'Transferred' && this.isOwn(event.controller.id);
        if (left || event.localState === 'null' || id === undefined) {
            for (const call of before) this.table.remove(call.id, event.cause, event.synthetic);
            return;
        }
        const origin = this.table.get(id) ?? before[0];
        const parties = mergeParties(event, before, this.isOwn);
        for (const gone of before) if (gone.id !== id) this.table.forget(gone.id);
        this.table.change(id, live(event.localState) ?? origin?.state ?? 'connected', {
            ...origin,
            connection: { callId: id, deviceId: this.extension },
            parties,
            conference: parties.length > 1,
            ...known('ucid', event.ucid),
        });
        this.table.doubt(id);
    }

    /** Changes the event's call; the event's own word on the extension's state wins over `state`. */
    private own(event: CallEvent & { connection: ConnectionId }, state: LiveState | undefined, change: CallChange): void {
        const { callId } = event.connection;
        if (event.localState === 'null') return this.table.remove(callId, event.cause, event.synthetic);
        const next = live(event.localState) ?? this.ownStateUnlessSeen(event, state);
        if (next === undefined) return;
        this.table.change(callId, next, { ...known('ucid', event.ucid), ...known('userData', event.userData), ...change });
    }

    /** Without a word from the event: `state` if it is about the extension itself, else as before. */
    private ownStateUnlessSeen(event: { connection: ConnectionId }, state: LiveState | undefined): LiveState | undefined {
        const before = this.table.get(event.connection.callId)?.state;
        return this.isOwn(event.connection.deviceId) ? state : (before ?? state);
    }

    private numberDialled({ connection }: { connection: ConnectionId }): CallChange {
        const { lastDialled } = this;
        return lastDialled?.id === connection.callId ? { calledNumber: lastDialled.number } : {};
    }

    private partiesOf(event: { connection: ConnectionId }): readonly Party[] {
        return this.table.get(event.connection.callId)?.parties ?? [];
    }

    /** Who calls whom, from the first event that tells it: after a merge the switch may tell it anew and otherwise. */
    private firstParties(event: CallParties & { connection: ConnectionId }): CallChange {
        const before = this.table.get(event.connection.callId);
        if (before && before.direction !== 'unknown') return {};
        return {
            direction: this.isOwn(event.callingDevice.id) ? 'outgoing' : 'incoming',
            ...known('callingNumber', event.callingDevice.id),
            ...known('calledNumber', event.calledDevice.id),
        };
    }

    // A device ID may have four fields joined by colons, the extension first.
    private readonly isOwn = (deviceId: string | undefined): boolean => deviceId?.split(':', 1)[0] === this.extension;
}
