import { booleanAt, child, integerAt, textAt, type XmlElement } from '../xml/element.js';
import { readPrivate } from './agent.js';
import { readMergedConnections } from './call_control.js';
import { readConnection, readDevice, readState, type ConnectionId } from './devices.js';
import {
    readEventId,
    readSynthetic,
    type AgentEvent,
    type CallEvent,
    type CallEventBase,
    type CallParties,
    type CstaEvent,
    type EventBase,
    type FeatureEvent,
    type MergedCalls,
} from './events.js';
import { readForwarding } from './features.js';
import { textFromHex } from './hex.js';

type CallKind = CallEvent['kind'];
type SimpleKind = Exclude<CallKind, 'Transferred' | 'Conferenced' | 'CallCleared' | 'Originated'>;

/** Root element, kind, and where the connection and the device stand: one row per event (ECMA-323 names). */
const simpleEvents: Readonly<Record<string, readonly [SimpleKind, connection: string, device: string]>> = {
    ServiceInitiatedEvent: ['ServiceInitiated', 'initiatedConnection', 'initiatingDevice'],
    DeliveredEvent: ['Delivered', 'connection', 'alertingDevice'],
    EstablishedEvent: ['Established', 'establishedConnection', 'answeringDevice'],
    HeldEvent: ['Held', 'heldConnection', 'holdingDevice'],
    RetrievedEvent: ['Retrieved', 'retrievedConnection', 'retrievingDevice'],
    QueuedEvent: ['Queued', 'queuedConnection', 'queue'],
    DivertedEvent: ['Diverted', 'connection', 'divertingDevice'],
    FailedEvent: ['Failed', 'failedConnection', 'failingDevice'],
    NetworkReachedEvent: ['NetworkReached', 'outboundConnection', 'networkInterfaceUsed'],
    ConnectionClearedEvent: ['ConnectionCleared', 'droppedConnection', 'releasingDevice'],
};

const agentEvents: Readonly<Record<string, AgentEvent['kind']>> = {
    AgentLoggedOnEvent: 'AgentLoggedOn',
    AgentLoggedOffEvent: 'AgentLoggedOff',
    AgentNotReadyEvent: 'AgentNotReady',
    AgentReadyEvent: 'AgentReady',
    AgentBusyEvent: 'AgentBusy',
    AgentWorkingAfterCallEvent: 'AgentWorkingAfterCall',
};

/**
 * Reads an event. A known event that lacks its call, and every unknown one, comes back as `Other`, so that nothing
 * gets lost; undefined if the message belongs to no monitor and so is no event.
 */
export function readEvent(message: XmlElement): CstaEvent | undefined {
    const monitor = textAt(message, 'monitorCrossRefID');
    if (monitor === undefined) return undefined;
    const base: EventBase = {
        monitor,
        cause: textAt(message, 'cause'),
        eventId: readEventId(message),
        synthetic: readSynthetic(message),
        raw: message,
    };
    const known = readAgentEvent(message, base) ?? readFeatureEvent(message, base) ?? readCallEvent(message, base);
    return known ?? { ...base, kind: 'Other', name: message.name };
}

function readAgentEvent(message: XmlElement, base: EventBase): AgentEvent | undefined {
    const kind = agentEvents[message.name];
    if (kind === undefined) return undefined;
    return {
        ...base,
        kind,
        device: readDevice(child(message, 'agentDevice')),
        agentId: textAt(message, 'agentID'),
        acdGroup: textAt(message, 'acdGroup'),
        reasonCode: integerAt(readPrivate(message, 'reasonCode')),
    };
}

function readFeatureEvent(message: XmlElement, base: EventBase): FeatureEvent | undefined {
    const device = readDevice(child(message, 'device') ?? child(message, 'targetDevice'));
    switch (message.name) {
        case 'ForwardingEvent':
            return { ...base, kind: 'Forwarding', device, forwarding: readForwarding(message) };
        case 'DoNotDisturbEvent':
            return { ...base, kind: 'DoNotDisturb', device, on: booleanAt(message, 'doNotDisturbOn') ?? false };
        case 'MessageWaitingEvent':
            return { ...base, kind: 'MessageWaiting', device, on: booleanAt(message, 'messageWaitingOn') ?? false };
        case 'EnteredDigitsEvent': {
            const connection = readConnection(child(message, 'connection'));
            return connection && { ...base, kind: 'EnteredDigits', connection, digits: textAt(message, 'digits') ?? '' };
        }
        case 'BackInServiceEvent':
            return { ...base, kind: 'BackInService', device };
        case 'OutOfServiceEvent':
            return { ...base, kind: 'OutOfService', device };
        default:
            return undefined;
    }
}

function readCallEvent(message: XmlElement, eventBase: EventBase): CallEvent | undefined {
    const base: CallEventBase = {
        ...eventBase,
        localState: readState(textAt(message, 'localConnectionInfo')),
        ucid: readUcid(message),
        userData: textFromHex(textAt(message, 'userData', 'string')),
        originalCallReason: integerAt(readPrivate(message, 'originalCallInfo'), 'reason'),
    };
    switch (message.name) {
        case 'TransferedEvent': // spelt so in the standard
            return readMergeEvent(message, base, 'Transferred');
        case 'ConferencedEvent':
            return readMergeEvent(message, base, 'Conferenced');
        case 'OriginatedEvent':
            return withConnection(message, 'originatedConnection', (connection) => {
                const { callingDevice, calledDevice } = readParties(message);
                return { ...base, kind: 'Originated', connection, callingDevice, calledDevice };
            });
        case 'CallClearedEvent':
            return withConnection(message, 'clearedCall', (connection) => ({ ...base, kind: 'CallCleared', connection }));
        default:
            return readSimpleEvent(message, base);
    }
}

function readSimpleEvent(message: XmlElement, base: CallEventBase): CallEvent | undefined {
    const row = simpleEvents[message.name];
    if (row === undefined) return undefined;
    const [kind, connectionName, deviceName] = row;
    return withConnection(message, connectionName, (connection) => ({
        ...base,
        ...readParties(message),
        kind,
        connection,
        device: readDevice(child(message, deviceName)),
        newDestination: readDevice(child(message, 'newDestination')),
        numberQueued: integerAt(message, 'numberQueued'),
    }));
}

function readMergeEvent(
    message: XmlElement,
    base: CallEventBase,
    kind: 'Transferred' | 'Conferenced',
): CallEvent | undefined {
    const transferred = kind === 'Transferred';
    return withConnection(message, 'primaryOldCall', (primaryOldCall) => {
        const merged: MergedCalls = {
            primaryOldCall,
            secondaryOldCall: readConnection(child(message, 'secondaryOldCall')),
            controller: readDevice(child(message, transferred ? 'transferringDevice' : 'conferencingDevice')),
            addedDevice: readDevice(child(message, transferred ? 'transferredToDevice' : 'addedParty')),
            members: readMergedConnections(
                child(message, transferred ? 'transferredConnections' : 'conferenceConnections'),
            ),
        };
        return { ...base, ...merged, kind };
    });
}

function readParties(message: XmlElement): CallParties {
    return {
        callingDevice: readDevice(child(message, 'callingDevice')),
        calledDevice: readDevice(child(message, 'calledDevice')),
        lastRedirectionDevice: readDevice(child(message, 'lastRedirectionDevice')),
    };
}

function withConnection(
    message: XmlElement,
    name: string,
    make: (connection: ConnectionId) => CallEvent,
): CallEvent | undefined {
    const connection = readConnection(child(message, name));
    return connection && make(connection);
}

function readUcid(message: XmlElement): string | undefined {
    const inOne = textAt(message, 'callLinkageData', ...linkagePath);
    return inOne ?? textAt(message, 'callLinkageDataList', 'newCallLinkageData', ...linkagePath);
}

const linkagePath = ['globalCallData', 'globalCallLinkageID', 'globallyUniqueCallLinkageID'];
