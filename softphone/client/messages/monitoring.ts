import { child, childrenNamed, descend, textAt, type XmlElement } from '../xml/element.js';
import { el, type XmlNode } from '../xml/write.js';
import {
    readConnection,
    readDevice,
    readState,
    writeConnection,
    type ConnectionId,
    type ConnectionState,
    type DeviceRef,
} from './devices.js';
import { acknowledged, service, type Service } from './service.js';

/** Answer of {@link monitorStart}. */
export interface Monitor {
    /** Chosen by the server; every event of this monitor carries it. */
    readonly crossRefId: string;
}

/** One call of a device, as {@link snapshotDevice} tells it. */
export interface SnapshotOfDevice {
    readonly connection: ConnectionId;
    /** States of all connections, the asked device's first; empty if the switch does not know. */
    readonly states: readonly ConnectionState[];
}

/** One connection of a call, as {@link snapshotCall} tells it. */
export interface SnapshotOfCall {
    readonly device: DeviceRef;
    readonly connection: ConnectionId | undefined;
    readonly state: ConnectionState | undefined;
}

/** Answer of {@link snapshotCall}. */
export interface CallSnapshot {
    readonly connections: readonly SnapshotOfCall[];
    readonly callingDevice: DeviceRef;
    readonly calledDevice: DeviceRef;
}

/** Asks for all events of a device. The answer arrives before the first of them. */
export function monitorStart(device: string): Service<Monitor> {
    return monitor(el('deviceObject', device), 'device');
}

/** Asks for the events of every call that passes a VDN or a split, to the call's end. */
export function monitorCallsVia(device: string): Service<Monitor> {
    return monitor(el('deviceObject', device), 'call');
}

/** Asks for the events of one call, to its end; then the server stops the monitor. */
export function monitorCall(connection: ConnectionId): Service<Monitor> {
    return monitor(writeConnection('callObject', connection), 'call');
}

/** Ends a monitor. */
export function monitorStop(crossRefId: string): Service<void> {
    return service({ name: 'MonitorStop', body: [el('monitorCrossRefID', crossRefId)], read: acknowledged });
}

/** Asks which calls a device has. */
export function snapshotDevice(device: string): Service<readonly SnapshotOfDevice[]> {
    return service({
        name: 'SnapshotDevice',
        body: [el('snapshotObject', device)],
        read: (answer) => snapshotData(answer, 'snapshotDeviceResponseInfo').flatMap(readCallOfDevice),
    });
}

/** Asks who is in a call. The connection's device may be any party of it. */
export function snapshotCall(connection: ConnectionId): Service<CallSnapshot> {
    return service({
        name: 'SnapshotCall',
        body: [writeConnection('snapshotObject', connection)],
        read: (answer) => ({
            connections: snapshotData(answer, 'snapshotCallResponseInfo').map((info) => ({
                device: readDevice(child(info, 'deviceOnCall')),
                connection: readConnection(child(info, 'callIdentifier')),
                state: readState(textAt(info, 'localConnectionInfo')),
            })),
            callingDevice: readDevice(child(answer, 'callingDevice')),
            calledDevice: readDevice(child(answer, 'calledDevice')),
        }),
    });
}

function monitor(object: XmlNode, monitorType: 'call' | 'device'): Service<Monitor> {
    return service({
        name: 'MonitorStart',
        body: [el('monitorObject', object), el('monitorType', monitorType)],
        read: (answer) => {
            const crossRefId = textAt(answer, 'monitorCrossRefID');
            if (!crossRefId) throw new Error('MonitorStartResponse has no monitorCrossRefID');
            return { crossRefId };
        },
    });
}

function snapshotData(answer: XmlElement, item: string): readonly XmlElement[] {
    return childrenNamed(descend(answer, 'crossRefIDorSnapshotData', 'snapshotData'), item);
}

function readCallOfDevice(info: XmlElement): SnapshotOfDevice[] {
    const connection = readConnection(child(info, 'connectionIdentifier'));
    if (!connection) return [];
    const compound = descend(info, 'localCallState', 'compoundCallState');
    const states = childrenNamed(compound, 'localConnectionState').map((state) => readState(state.text) ?? 'null');
    return [{ connection, states }];
}
