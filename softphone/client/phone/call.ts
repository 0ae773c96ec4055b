import type { ConnectionId, ConnectionState } from '../messages/devices.js';

/** Another party of a call. */
export interface Party {
    /** What to show: an extension, a caller's number, or the name of a trunk when nothing better is known. */
    readonly number: string;
    /** Device of the party's connection, once known: an extension, or a trunk name such as `T217#1`. */
    readonly deviceId?: string;
    readonly state: ConnectionState;
}

/** One call of the watched extension. Values are immutable: a change makes a new object. */
export interface Call {
    readonly id: string;
    /** The extension's own connection, to be used in requests. */
    readonly connection: ConnectionId;
    /** State of the extension's own connection; never `null`, as ended calls are removed. */
    readonly state: Exclude<ConnectionState, 'null'>;
    readonly direction: 'incoming' | 'outgoing' | 'unknown';
    readonly parties: readonly Party[];
    readonly callingNumber?: string;
    /** The number that was dialled; may differ from who answers. */
    readonly calledNumber?: string;
    readonly ucid?: string;
    readonly userData?: string;
    /** Why the call failed, a cause of ECMA-323; only in state `fail`. */
    readonly failure?: string;
    /** True if the extension joined calls to one of at least three parties. */
    readonly conference: boolean;
}

/** A call that is no more. */
export interface EndedCall {
    readonly call: Call;
    /** Cause of the last event; undefined if the end was not seen but found out by comparing with a snapshot. */
    readonly cause?: string;
    /** True if the end happened while the server or its link to the switch was lost. */
    readonly missed: boolean;
}

/** True for names that switches give to trunks: they say nothing to a person. */
export function isTrunkName(device: string): boolean {
    return /^T.*#\d*$/.test(device) || /^[#*]+$/.test(device);
}

/** What may be changed in a call. */
export type CallChange = Partial<Omit<Call, 'id'>>;

/** `{ key: value }` if there is a value, else nothing: keeps absent fields absent. */
export function known<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
    return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: string };
}
