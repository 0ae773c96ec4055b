import { child, textAt, type XmlElement } from '../xml/element.js';
import { el, type XmlNode } from '../xml/write.js';

/** State of one device in one call (ECMA-269, connection states). */
export type ConnectionState = 'null' | 'initiated' | 'alerting' | 'connected' | 'hold' | 'queued' | 'fail';

const connectionStates: readonly string[] = ['null', 'initiated', 'alerting', 'connected', 'hold', 'queued', 'fail'];

/** One device in one call. Station devices have their extension here, trunks a name such as `T217#1`. */
export interface ConnectionId {
    readonly callId: string;
    readonly deviceId: string;
    /** As received, so that it can be given back unchanged; `dynamic` for trunks. */
    readonly typeOfNumber?: string | undefined;
}

/**
 * A device named in an event. `id` is there only when the switch provided it; otherwise `status` says why not.
 * `notRequired` in a last redirection device means that the call was not redirected.
 */
export interface DeviceRef {
    readonly status: 'provided' | 'notKnown' | 'restricted' | 'notRequired' | 'notSpecified';
    readonly id?: string;
}

const unknownDevice: DeviceRef = { status: 'notKnown' };

/** Reads a connection identifier; undefined unless it names a call. */
export function readConnection(element: XmlElement | undefined): ConnectionId | undefined {
    const callId = textAt(element, 'callID');
    if (callId === undefined || callId === '') return undefined;
    const device = child(element, 'deviceID');
    return { callId, deviceId: device?.text ?? '', typeOfNumber: device?.attributes.get('typeOfNumber') };
}

/** Writes a connection identifier as child of a request. */
export function writeConnection(name: string, connection: ConnectionId): XmlNode {
    const { typeOfNumber } = connection;
    return el(name, el('callID', connection.callId), el('deviceID', { typeOfNumber }, connection.deviceId));
}

/** Reads any of the extended device forms (subject, calling, called, redirection). */
export function readDevice(element: XmlElement | undefined): DeviceRef {
    const id = textAt(element, 'deviceIdentifier') ?? textAt(element, 'numberDialed') ?? textAt(element, 'deviceID');
    if (id !== undefined && id !== '') return { status: 'provided', id };
    for (const status of ['restricted', 'notRequired', 'notSpecified'] as const) {
        if (child(element, status)) return { status };
    }
    return unknownDevice;
}

/** Reads a connection state; undefined if it is absent or not one of the seven. */
export function readState(text: string | undefined): ConnectionState | undefined {
    return text !== undefined && connectionStates.includes(text) ? (text as ConnectionState) : undefined;
}
