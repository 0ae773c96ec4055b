import { booleanAt, child, childrenNamed, textAt, type XmlElement } from '../xml/element.js';
import { el } from '../xml/write.js';
import { acknowledged, service, type Service } from './service.js';

/** When calls are forwarded; Communication Manager offers `forwardImmediate` to programs. */
export type ForwardingType =
    | 'forwardImmediate'
    | 'forwardBusy'
    | 'forwardNoAns'
    | 'forwardBusyInt'
    | 'forwardBusyExt'
    | 'forwardNoAnsInt'
    | 'forwardNoAnsExt';

/** One forwarding of a device. */
export interface Forwarding {
    readonly type: string | undefined;
    readonly active: boolean;
    readonly destination: string | undefined;
}

/** Forwards a device's calls. */
export function forwardCalls(device: string, destination: string, type: ForwardingType = 'forwardImmediate'): Service<void> {
    return service({
        name: 'SetForwarding',
        body: [el('device', device), el('forwardingType', type), el('activateForward', true), el('forwardDN', destination)],
        read: acknowledged,
    });
}

/** Ends a forwarding. */
export function stopForwarding(device: string, type: ForwardingType = 'forwardImmediate'): Service<void> {
    return service({
        name: 'SetForwarding',
        body: [el('device', device), el('forwardingType', type), el('activateForward', false)],
        read: acknowledged,
    });
}

/** Asks for a device's forwardings. */
export function getForwarding(device: string): Service<readonly Forwarding[]> {
    return service({
        name: 'GetForwarding',
        body: [el('device', device)],
        read: (answer) => childrenNamed(child(answer, 'forwardingList'), 'forwardListItem').map(readForwarding),
    });
}

/** Switches do-not-disturb (send all calls) on or off. */
export function setDoNotDisturb(device: string, on: boolean): Service<void> {
    return service({ name: 'SetDoNotDisturb', body: [el('device', device), el('doNotDisturbOn', on)], read: acknowledged });
}

/** Asks whether do-not-disturb is on. */
export function getDoNotDisturb(device: string): Service<boolean> {
    return service({
        name: 'GetDoNotDisturb',
        body: [el('device', device)],
        read: (answer) => booleanAt(answer, 'doNotDisturbOn') ?? false,
    });
}

/** Lights the message lamp of a device, or puts it out. */
export function setMessageWaiting(device: string, on: boolean): Service<void> {
    return service({
        name: 'SetMessageWaitingIndicator',
        body: [el('device', device), el('messageWaitingOn', on)],
        read: acknowledged,
    });
}

/** Asks whether messages wait. */
export function getMessageWaiting(device: string): Service<boolean> {
    return service({
        name: 'GetMessageWaitingIndicator',
        body: [el('device', device)],
        read: (answer) => booleanAt(answer, 'messageWaitingOn') ?? false,
    });
}

/** Reads the forwarding parts that GetForwardingResponse's items and ForwardingEvent share. */
export function readForwarding(item: XmlElement): Forwarding {
    return {
        type: textAt(item, 'forwardingType'),
        active: booleanAt(item, 'forwardStatus') ?? false,
        destination: textAt(item, 'forwardDN') ?? textAt(item, 'forwardTo'),
    };
}
