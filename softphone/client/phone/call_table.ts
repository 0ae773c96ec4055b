import type { ConnectionState } from '../messages/devices.js';
import { known, type Call, type CallChange, type EndedCall } from './call.js';

/** What one event or snapshot did to the model. */
export interface ModelChange {
    readonly added: readonly Call[];
    readonly ended: readonly EndedCall[];
    /** Calls that the event alone does not tell completely: ask SnapshotCall and give the answer to the model. */
    readonly unsure: readonly string[];
}

/** States of a call that is there. */
export type LiveState = Call['state'];

/** The calls of one extension by ID, and what happened to them since it was last asked. */
export class CallTable {
    private readonly byId = new Map<string, Call>();
    private added: Call[] = [];
    private ended: EndedCall[] = [];
    private unsure = new Set<string>();

    constructor(private readonly extension: string) {}

    /** All calls, the oldest first. */
    get all(): readonly Call[] {
        return [...this.byId.values()];
    }

    get(id: string): Call | undefined {
        return this.byId.get(id);
    }

    has(id: string): boolean {
        return this.byId.has(id);
    }

    /** Changes a call, or makes it. */
    change(id: string, state: LiveState, change: CallChange): void {
        const before = this.byId.get(id);
        const start: Call = before ?? {
            id,
            connection: { callId: id, deviceId: this.extension },
            state,
            direction: 'unknown',
            parties: [],
            conference: false,
        };
        const { failure, ...rest } = { ...start, ...change };
        const call: Call = { ...rest, id, state, ...(state === 'fail' ? known('failure', failure) : {}) };
        this.byId.set(id, call);
        if (!before) this.added.push(call);
    }

    /** Takes a call away that has ended. */
    remove(id: string, cause: string | undefined, missed: boolean): void {
        const call = this.byId.get(id);
        if (!call) return;
        this.forget(id);
        this.ended.push({ call, missed, ...known('cause', cause) });
    }

    /** Takes a call away that goes on under another ID. */
    forget(id: string): void {
        this.byId.delete(id);
        this.unsure.delete(id);
    }

    /** Marks a call as not completely known. */
    doubt(id: string): void {
        this.unsure.add(id);
    }

    /** What happened since the last time. */
    takeChange(): ModelChange {
        const change = { added: this.added, ended: this.ended, unsure: [...this.unsure] };
        this.added = [];
        this.ended = [];
        this.unsure = new Set();
        return change;
    }
}

/** A connection's state, if the connection is there at all. */
export function live(state: ConnectionState | undefined): LiveState | undefined {
    return state === 'null' ? undefined : state;
}
