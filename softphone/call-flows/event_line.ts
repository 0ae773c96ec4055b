import { child, descend, textAt, type XmlElement } from '../client/xml/element.js';
import { readConnection, readDevice } from '../client/messages/devices.js';
import { readMergedConnections } from '../client/messages/call_control.js';

/** Where an event names its connection and the device that acts, by root element. */
const places: Readonly<Record<string, readonly [connection: string, device: string | undefined]>> = {
    ServiceInitiatedEvent: ['initiatedConnection', undefined],
    OriginatedEvent: ['originatedConnection', undefined],
    DeliveredEvent: ['connection', 'alertingDevice'],
    EstablishedEvent: ['establishedConnection', 'answeringDevice'],
    HeldEvent: ['heldConnection', 'holdingDevice'],
    RetrievedEvent: ['retrievedConnection', 'retrievingDevice'],
    QueuedEvent: ['queuedConnection', 'queue'],
    DivertedEvent: ['connection', 'divertingDevice'],
    FailedEvent: ['failedConnection', 'failingDevice'],
    NetworkReachedEvent: ['outboundConnection', 'networkInterfaceUsed'],
    ConnectionClearedEvent: ['droppedConnection', 'releasingDevice'],
    CallClearedEvent: ['clearedCall', undefined],
    EnteredDigitsEvent: ['connection', undefined],
    TransferedEvent: ['primaryOldCall', 'transferringDevice'],
    ConferencedEvent: ['primaryOldCall', 'conferencingDevice'],
};

/** Other children worth a word, and the word. */
const details: readonly (readonly [string, string])[] = [
    ['callingDevice', 'calling'],
    ['calledDevice', 'called'],
    ['lastRedirectionDevice', 'last'],
    ['newDestination', 'to'],
    ['transferredToDevice', 'to'],
    ['addedParty', 'added'],
];

/** Children of Avaya's private data worth a word. */
const privateDetails: readonly (readonly [string, string, ...string[]])[] = [
    ['trunk', 'trunkGroup'],
    ['split', 'acdGroup'],
    ['digits', 'userEnteredCode', 'data'],
    ['reason', 'reason'],
    ['original', 'originalCallInfo', 'reason'],
];

/** Names calls c1, c2 … in the order in which they are first heard of, and trunk parties by their place in the call. */
export class CallNames {
    private readonly names = new Map<string, string>();

    call(id: string): string {
        const known = this.names.get(id);
        if (known !== undefined) return known;
        const name = `c${this.names.size + 1}`;
        this.names.set(id, name);
        return name;
    }

    /** `T217#2` becomes `T#2`. */
    device(id: string): string {
        return id.replace(/^T\d+#/, 'T#');
    }
}

/** An event in one line: `Delivered c1 4002: calling 4001, called 4002, last notKnown, alerting, newCall`. */
export function eventLine(event: XmlElement, names: CallNames): string {
    const name = event.name.replace(/Event$/, '');
    const place = places[event.name];
    if (name.startsWith('Agent')) return agentLine(name, event, names);
    if (name.startsWith('Route')) return routeLine(name, event, names);
    if (!place) return name;
    const [connectionName, deviceName] = place;
    const connection = readConnection(child(event, connectionName));
    const secondary = readConnection(child(event, 'secondaryOldCall'));
    const where = [connection, secondary].flatMap((one) => (one ? [names.call(one.callId)] : [])).join('+');
    const at = connection && connection.deviceId !== '' ? ` ${names.device(connection.deviceId)}` : '';
    return `${name} ${where}${at}: ${[...parts(event, deviceName, names, connection?.deviceId)].join(', ')}`;
}

/** A step of a routeing dialogue. */
function routeLine(name: string, event: XmlElement, names: CallNames): string {
    const words = [
        ...['currentRoute', 'callingDevice', 'routeUsed'].flatMap((place) => {
            const found = child(event, place);
            return found ? [`${place} ${deviceWord(found, names)}`] : [];
        }),
        ...(child(event, 'errorValue')?.children ?? []).map(({ name: category, text }) => `${category} ${text}`.trim()),
    ];
    return words.length === 0 ? name : `${name}: ${words.join(', ')}`;
}

function agentLine(name: string, event: XmlElement, names: CallNames): string {
    const group = textAt(event, 'acdGroup');
    const agent = `${name} ${deviceWord(child(event, 'agentDevice'), names)}: agent ${textAt(event, 'agentID') ?? 'unknown'}`;
    return group === undefined || group === '' ? agent : `${agent}, group ${group}`;
}

function* parts(event: XmlElement, deviceName: string | undefined, names: CallNames, connectionDevice: string | undefined) {
    if (deviceName !== undefined) {
        const device = deviceWord(child(event, deviceName), names);
        if (device !== names.device(connectionDevice ?? '')) yield `at ${device}`;
    }
    for (const [element, word] of details) {
        const found = child(event, element);
        if (found) yield `${word} ${deviceWord(found, names)}`;
    }
    const list = child(event, 'transferredConnections') ?? child(event, 'conferenceConnections');
    if (list) yield `members ${readMergedConnections(list).map(({ connection }) => names.device(connection?.deviceId ?? '')).join(' ')}`;
    for (const plain of ['numberQueued', 'digits', 'localConnectionInfo', 'cause']) {
        const text = textAt(event, plain);
        if (text !== undefined) yield plain === 'numberQueued' ? `queued ${text}` : text;
    }
    yield* privateParts(event, names);
}

function* privateParts(event: XmlElement, names: CallNames) {
    for (const data of descend(event, 'extensions', 'privateData', 'private')?.children ?? []) {
        for (const [word, ...path] of privateDetails) {
            const text = textAt(data, ...path);
            if (text !== undefined && text !== '') yield `${word} ${text}`;
        }
        for (const [element, word] of [['distributingDevice', 'distributing'], ['distributingVDN', 'vdn']] as const) {
            const found = child(data, element);
            if (found) yield `${word} ${deviceWord(found, names)}`;
        }
    }
}

function deviceWord(element: XmlElement | undefined, names: CallNames): string {
    const { id, status } = readDevice(element);
    return id === undefined ? status : names.device(id);
}
