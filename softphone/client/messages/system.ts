import { child, textAt, type XmlElement } from '../xml/element.js';
import { el } from '../xml/write.js';
import { readDevice } from './devices.js';
import { namespaces } from './namespaces.js';
import { acknowledged, service, type Service } from './service.js';

/** What the server says about the switch behind it. */
export type SystemStatus =
    | 'disabled'
    | 'partiallyDisabled'
    | 'enabled'
    | 'initializing'
    | 'messagesLost'
    | 'normal'
    | 'overloadImminent'
    | 'overloadReached'
    | 'overloadRelieved';

/** Asks how the switch is. May be asked before a session is started. */
export function requestSystemStatus(): Service<SystemStatus> {
    return service({ name: 'RequestSystemStatus', body: [], read: readSystemStatus });
}

/** Reads `systemStatus`; a server that does not say is taken as disabled. */
export function readSystemStatus(message: XmlElement): SystemStatus {
    return (textAt(message, 'systemStatus') as SystemStatus | undefined) ?? 'disabled';
}

/** Asks to be told when the switch goes or comes; the answer is the registration's ID. */
export function systemRegister(): Service<string> {
    return service({
        name: 'SystemRegister',
        body: [el('requestTypes', el('systemStatus', true))],
        read: (answer) => textAt(answer, 'sysStatRegisterID') ?? '',
    });
}

/** Ends a registration. */
export function systemRegisterCancel(registerId: string): Service<void> {
    return service({
        name: 'SystemRegisterCancel',
        body: [el('sysStatRegisterID', registerId)],
        read: acknowledged,
    });
}

/** Parameters of the device ID helpers of AES clients. */
export interface DeviceIdQuery {
    readonly extension: string;
    readonly switchName?: string;
}

/** Asks for the device ID by which a third party monitors and controls an extension. */
export function getThirdPartyDeviceId(query: DeviceIdQuery): Service<string> {
    return deviceIdService('GetThirdPartyDeviceId', query);
}

/** Asks for the device ID of an extension. */
export function getDeviceId(query: DeviceIdQuery): Service<string> {
    return deviceIdService('GetDeviceId', query);
}

/** Gives a device ID back. */
export function releaseDeviceId(device: string): Service<void> {
    return service({
        name: 'ReleaseDeviceId',
        namespace: namespaces.avaya,
        body: [el('device', device)],
        read: acknowledged,
    });
}

function deviceIdService(name: string, { extension, switchName }: DeviceIdQuery): Service<string> {
    return service({
        name,
        namespace: namespaces.avaya,
        body: [el('switchName', switchName ?? ''), el('extension', extension)],
        read: (answer) => readDeviceId(answer),
    });
}

function readDeviceId(answer: XmlElement): string {
    const device = child(answer, 'device');
    return readDevice(device).id ?? device?.text ?? '';
}
