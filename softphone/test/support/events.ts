import type { CallEvent } from '../../client/messages/events.js';
import { isAgentEvent, isFeatureEvent } from '../../client/messages/events.js';
import { readEvent } from '../../client/messages/read_event.js';
import { parseXml } from '../../client/xml/parse.js';
import { connection } from './fake_server.js';

/** `<name><deviceIdentifier>device</deviceIdentifier></name>`, or `notKnown` without a device. */
export function device(name: string, id?: string): string {
    return `<${name}>${id === undefined ? '<notKnown/>' : `<deviceIdentifier>${id}</deviceIdentifier>`}</${name}>`;
}

/** A row of the table of simple events: where connection and device stand. */
const places: Record<string, [connection: string, device: string]> = {
    ServiceInitiated: ['initiatedConnection', 'initiatingDevice'],
    Originated: ['originatedConnection', 'callingDevice'],
    Delivered: ['connection', 'alertingDevice'],
    Established: ['establishedConnection', 'answeringDevice'],
    Held: ['heldConnection', 'holdingDevice'],
    Retrieved: ['retrievedConnection', 'retrievingDevice'],
    Queued: ['queuedConnection', 'queue'],
    Diverted: ['connection', 'divertingDevice'],
    Failed: ['failedConnection', 'failingDevice'],
    NetworkReached: ['outboundConnection', 'networkInterfaceUsed'],
    ConnectionCleared: ['droppedConnection', 'releasingDevice'],
};

const syntheticMark =
    '<extensions><privateData><private><Synthetic xmlns="urn:ctiengine:1"/></private></privateData></extensions>';

/** What a test says about an event. */
export interface EventText {
    readonly call: number;
    /** Device of the event's connection. */
    readonly at: string;
    readonly local?: string;
    readonly calling?: string;
    readonly called?: string;
    readonly cause?: string;
    /** Made by the server after a gap. */
    readonly synthetic?: boolean;
}

/** Body of an event of monitor `monitor`. */
export function eventBody(kind: string, text: EventText, monitor: string): string {
    const { call, at, local, calling, called, cause, synthetic } = text;
    const [connectionName, deviceName] = places[kind] ?? ['clearedCall', 'none'];
    const callingText = kind === 'Originated' || calling === undefined ? '' : device('callingDevice', calling);
    return (
        `<monitorCrossRefID>${monitor}</monitorCrossRefID><${connectionName}>${connection(call, at)}</${connectionName}>` +
        `${device(deviceName, at)}${callingText}${called === undefined ? '' : device('calledDevice', called)}` +
        `${local === undefined ? '' : `<localConnectionInfo>${local}</localConnectionInfo>`}<cause>${cause ?? 'normal'}</cause>` +
        (synthetic ? syntheticMark : '')
    );
}

/** Reads such an event into its typed form. */
export function callEvent(kind: string, text: EventText): CallEvent {
    return typed(`<${kind}Event>${eventBody(kind, text, '1')}</${kind}Event>`);
}

/** What a test says about a transfer or a conference. */
export interface MergeText {
    readonly held: number;
    readonly active: number;
    readonly by: string;
    readonly to: string;
    readonly members: readonly string[];
    readonly local?: string;
}

/** Body of TransferedEvent or ConferencedEvent. */
export function mergeBody(kind: 'Transferred' | 'Conferenced', text: MergeText, monitor: string): string {
    const transferred = kind === 'Transferred';
    const list = text.members.map(
        (member) =>
            `<connectionListItem><newConnection>${connection(text.active, member)}</newConnection>` +
            `<endpoint><deviceID>${member}</deviceID></endpoint></connectionListItem>`,
    );
    const listName = transferred ? 'transferredConnections' : 'conferenceConnections';
    return (
        `<monitorCrossRefID>${monitor}</monitorCrossRefID><primaryOldCall>${connection(text.held, text.by)}</primaryOldCall>` +
        `<secondaryOldCall>${connection(text.active, text.by)}</secondaryOldCall>` +
        device(transferred ? 'transferringDevice' : 'conferencingDevice', text.by) +
        device(transferred ? 'transferredToDevice' : 'addedParty', text.to) +
        `<${listName}>${list.join('')}</${listName}>` +
        `${text.local === undefined ? '' : `<localConnectionInfo>${text.local}</localConnectionInfo>`}<cause>transfer</cause>`
    );
}

/** Reads such an event into its typed form. */
export function mergeEvent(kind: 'Transferred' | 'Conferenced', text: MergeText): CallEvent {
    const root = kind === 'Transferred' ? 'TransferedEvent' : 'ConferencedEvent';
    return typed(`<${root}>${mergeBody(kind, text, '1')}</${root}>`);
}

function typed(xml: string): CallEvent {
    const event = readEvent(parseXml(xml));
    if (!event || event.kind === 'Other' || isAgentEvent(event) || isFeatureEvent(event)) throw new Error(`not a call event: ${xml}`);
    return event;
}
