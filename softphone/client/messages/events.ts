import { child, descend, integerAt, textAt, type XmlElement } from '../xml/element.js';
import type { MergedConnection } from './call_control.js';
import type { ConnectionId, ConnectionState, DeviceRef } from './devices.js';
import type { Forwarding } from './features.js';

/** Place of an event in the worker's journal: `seq` counts 1, 2, 3 … within an `epoch`, without gaps. */
export interface EventId {
    readonly epoch: string;
    readonly seq: number;
}

/** What every event has. */
export interface EventBase {
    /** Cross reference of the monitor that the event belongs to. */
    readonly monitor: string;
    readonly cause?: string | undefined;
    /** Only on servers that number their events, when the session asked for it. */
    readonly eventId?: EventId | undefined;
    /** True if the server made the event after a gap, to tell what happened meanwhile; it counts like any other. */
    readonly synthetic: boolean;
    /** The whole message, for everything that has no field here. */
    readonly raw: XmlElement;
}

/** What every call event has. */
export interface CallEventBase extends EventBase {
    /** State of the monitored device in the event's call; absent on call-type monitors. */
    readonly localState?: ConnectionState | undefined;
    /** Universal call ID, 20 digits. */
    readonly ucid?: string | undefined;
    /** User-to-user information as text. */
    readonly userData?: string | undefined;
    /**
     * There is a call from which this one came: 1 by consultation, 2 conference, 3 transfer, 4 new call. Absent if the
     * call has no such past.
     */
    readonly originalCallReason?: number | undefined;
}

/** Who calls whom, as several events tell it. */
export interface CallParties {
    readonly callingDevice: DeviceRef;
    readonly calledDevice: DeviceRef;
    readonly lastRedirectionDevice: DeviceRef;
}

/** The device went off-hook or was made to. */
export interface ServiceInitiatedEvent extends CallEventBase {
    readonly kind: 'ServiceInitiated';
    readonly connection: ConnectionId;
    readonly device: DeviceRef;
}

/** The number is complete. */
export interface OriginatedEvent extends CallEventBase {
    readonly kind: 'Originated';
    readonly connection: ConnectionId;
    readonly callingDevice: DeviceRef;
    readonly calledDevice: DeviceRef;
}

/** The call rings at `device`, or entered a vector or a queue point. */
export interface DeliveredEvent extends CallEventBase, CallParties {
    readonly kind: 'Delivered';
    readonly connection: ConnectionId;
    readonly device: DeviceRef;
}

/** `device` answered. */
export interface EstablishedEvent extends CallEventBase, CallParties {
    readonly kind: 'Established';
    readonly connection: ConnectionId;
    readonly device: DeviceRef;
}

/** `device` put its connection on hold. */
export interface HeldEvent extends CallEventBase {
    readonly kind: 'Held';
    readonly connection: ConnectionId;
    readonly device: DeviceRef;
}

/** `device` took its connection back. */
export interface RetrievedEvent extends CallEventBase {
    readonly kind: 'Retrieved';
    readonly connection: ConnectionId;
    readonly device: DeviceRef;
}

/** The call waits at `device`, a queue. */
export interface QueuedEvent extends CallEventBase, CallParties {
    readonly kind: 'Queued';
    readonly connection: ConnectionId;
    readonly device: DeviceRef;
    readonly numberQueued?: number | undefined;
}

/** The call left `device` for `newDestination`. */
export interface DivertedEvent extends CallEventBase {
    readonly kind: 'Diverted';
    readonly connection: ConnectionId;
    readonly device: DeviceRef;
    readonly newDestination: DeviceRef;
}

/** The call could not be completed at `device`; `cause` says why. */
export interface FailedEvent extends CallEventBase, CallParties {
    readonly kind: 'Failed';
    readonly connection: ConnectionId;
    readonly device: DeviceRef;
}

/** The call left for another network through `device`; what happens there may not be reported. */
export interface NetworkReachedEvent extends CallEventBase, CallParties {
    readonly kind: 'NetworkReached';
    readonly connection: ConnectionId;
    readonly device: DeviceRef;
}

/** Two calls became one, without the transferring device. */
export interface TransferredEvent extends CallEventBase, MergedCalls {
    readonly kind: 'Transferred';
}

/** Two calls became one, or a device was added. */
export interface ConferencedEvent extends CallEventBase, MergedCalls {
    readonly kind: 'Conferenced';
}

/** What Transferred and Conferenced share. */
export interface MergedCalls {
    readonly primaryOldCall: ConnectionId;
    readonly secondaryOldCall: ConnectionId | undefined;
    /** The device that transferred or conferenced. */
    readonly controller: DeviceRef;
    /** The device transferred to, or added. */
    readonly addedDevice: DeviceRef;
    readonly members: readonly MergedConnection[];
}

/** One connection of a call ended. */
export interface ConnectionClearedEvent extends CallEventBase {
    readonly kind: 'ConnectionCleared';
    readonly connection: ConnectionId;
    readonly device: DeviceRef;
}

/** The whole call ended. */
export interface CallClearedEvent extends CallEventBase {
    readonly kind: 'CallCleared';
    readonly connection: ConnectionId;
}

/** An agent's state changed. Many switches send only LoggedOn and LoggedOff, or none: ask with GetAgentState. */
export interface AgentEvent extends EventBase {
    readonly kind: 'AgentLoggedOn' | 'AgentLoggedOff' | 'AgentNotReady' | 'AgentReady' | 'AgentBusy' | 'AgentWorkingAfterCall';
    readonly device: DeviceRef;
    readonly agentId?: string | undefined;
    readonly acdGroup?: string | undefined;
    readonly reasonCode?: number | undefined;
}

/** The device's calls are forwarded, or no longer. */
export interface ForwardingEvent extends EventBase {
    readonly kind: 'Forwarding';
    readonly device: DeviceRef;
    readonly forwarding: Forwarding;
}

/** Do-not-disturb or the message lamp was switched. */
export interface SwitchedEvent extends EventBase {
    readonly kind: 'DoNotDisturb' | 'MessageWaiting';
    readonly device: DeviceRef;
    readonly on: boolean;
}

/** Digits that a caller entered. */
export interface EnteredDigitsEvent extends EventBase {
    readonly kind: 'EnteredDigits';
    readonly connection: ConnectionId;
    readonly digits: string;
}

/** The device works again, or no longer. */
export interface InServiceEvent extends EventBase {
    readonly kind: 'BackInService' | 'OutOfService';
    readonly device: DeviceRef;
}

/** Events of a device's features. */
export type FeatureEvent = ForwardingEvent | SwitchedEvent | EnteredDigitsEvent | InServiceEvent;

/** An event this library has no form for; `raw` has all of it. */
export interface OtherEvent extends EventBase {
    readonly kind: 'Other';
    /** Root element name. */
    readonly name: string;
}

/** Events that move calls. */
export type CallEvent =
    | ServiceInitiatedEvent
    | OriginatedEvent
    | DeliveredEvent
    | EstablishedEvent
    | HeldEvent
    | RetrievedEvent
    | QueuedEvent
    | DivertedEvent
    | FailedEvent
    | NetworkReachedEvent
    | TransferredEvent
    | ConferencedEvent
    | ConnectionClearedEvent
    | CallClearedEvent;

/** Every event of a monitor; tell them apart by `kind`. */
export type CstaEvent = CallEvent | AgentEvent | FeatureEvent | OtherEvent;

/** Reads the journal place from private data. */
export function readEventId(event: XmlElement): EventId | undefined {
    const element = child(descend(event, 'extensions', 'privateData', 'private'), 'EventId');
    const epoch = textAt(element, 'epoch') ?? element?.attributes.get('epoch');
    const seq = integerAt(element, 'seq') ?? Number(element?.attributes.get('seq') ?? NaN);
    return epoch !== undefined && Number.isInteger(seq) ? { epoch, seq } : undefined;
}

/** True if the server made the event itself, after a gap. */
export function readSynthetic(event: XmlElement): boolean {
    return descend(event, 'extensions', 'privateData', 'private', 'Synthetic') !== undefined;
}

/** Tells agent events from the rest. */
export function isAgentEvent(event: CstaEvent): event is AgentEvent {
    return event.kind.startsWith('Agent');
}

/** Tells events of features from the rest. */
export function isFeatureEvent(event: CstaEvent): event is FeatureEvent {
    return featureKinds.includes(event.kind);
}

const featureKinds: readonly string[] = [
    'Forwarding',
    'DoNotDisturb',
    'MessageWaiting',
    'EnteredDigits',
    'BackInService',
    'OutOfService',
];
