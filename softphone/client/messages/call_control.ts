import { child, childrenNamed, type XmlElement } from '../xml/element.js';
import { el, optional, type XmlNode } from '../xml/write.js';
import { readConnection, readDevice, writeConnection, type ConnectionId, type DeviceRef } from './devices.js';
import { hexFromText } from './hex.js';
import { acknowledged, avaya, service, type Service } from './service.js';

/** Answer of services that make a call. */
export interface NewCall {
    /** The requesting device in the new call; its `callId` is the call's. */
    readonly connection: ConnectionId;
}

/** Answer of TransferCall and ConferenceCall. */
export interface MergedCall {
    /** Its `callId` is that of the resulting call. */
    readonly connection: ConnectionId;
    readonly members: readonly MergedConnection[];
}

/** One member of a call that came from a transfer or a conference. */
export interface MergedConnection {
    readonly connection: ConnectionId | undefined;
    readonly previous: ConnectionId | undefined;
    readonly endpoint: DeviceRef;
}

/** A call to an agent instead of a station; `split` is the agent's. */
export interface CallKind {
    readonly type: 'directAgent' | 'supervisorAssist';
    readonly split: string;
}

/** Parameters of {@link makeCall}. */
export interface MakeCall {
    readonly callingDevice: string;
    readonly calledNumber: string;
    /** Text for the called party, sent as user-to-user information (at most 32 or 96 bytes, by switch). */
    readonly userData?: string;
    /** Absent: an ordinary call. */
    readonly kind?: CallKind;
    /** The number that the called party shall see, on switches that allow it; excludes user data. */
    readonly shownNumber?: string;
    /** `prompt` rings the calling device first; the default is to go off-hook at once. */
    readonly autoOriginate?: 'prompt' | 'doNotPrompt';
}

/** Parameters of {@link consultationCall}. */
export interface ConsultationCall {
    /** The caller's own connection in the call to be put on hold. */
    readonly existingCall: ConnectionId;
    readonly consultedDevice: string;
    readonly userData?: string;
    /** Absent: an ordinary call. */
    readonly kind?: CallKind;
}

/** Parameters of services that need both a held and an active call of one device. */
export interface HeldAndActive {
    readonly heldCall: ConnectionId;
    readonly activeCall: ConnectionId;
}

/** Calls a number from a device. */
export function makeCall(request: MakeCall): Service<NewCall> {
    return service({
        name: 'MakeCall',
        body: [
            el('callingDevice', request.callingDevice),
            el('calledDirectoryNumber', request.calledNumber),
            el('autoOriginate', request.autoOriginate ?? 'doNotPrompt'),
            userData(request.userData),
        ],
        privateData: callPrivateData('MakeCallPrivateData', request.kind),
        ownData: optional('ShownNumber', request.shownNumber),
        // The standard's name for the new connection is indeed callingDevice.
        read: (answer) => ({ connection: requiredConnection(answer, 'callingDevice') }),
    });
}

/** Answers an alerting call. */
export function answerCall(connection: ConnectionId): Service<void> {
    return onConnection('AnswerCall', 'callToBeAnswered', connection);
}

/** Takes one device out of a call: hangs up. */
export function clearConnection(connection: ConnectionId): Service<void> {
    return onConnection('ClearConnection', 'connectionToBeCleared', connection);
}

/** Ends a call for all its devices. */
export function clearCall(connection: ConnectionId): Service<void> {
    return onConnection('ClearCall', 'callToBeCleared', connection);
}

/** Puts the device's connected call on hold. */
export function holdCall(connection: ConnectionId): Service<void> {
    return onConnection('HoldCall', 'callToBeHeld', connection);
}

/** Takes a held call back. */
export function retrieveCall(connection: ConnectionId): Service<void> {
    return onConnection('RetrieveCall', 'callToBeRetrieved', connection);
}

/** Swaps the held and the active call. */
export function alternateCall({ heldCall, activeCall }: HeldAndActive): Service<void> {
    return service({
        name: 'AlternateCall',
        body: [writeConnection('heldCall', heldCall), writeConnection('activeCall', activeCall)],
        read: acknowledged,
    });
}

/** Ends the active call and takes the held one back. */
export function reconnectCall({ heldCall, activeCall }: HeldAndActive): Service<void> {
    return service({
        name: 'ReconnectCall',
        body: [writeConnection('activeCall', activeCall), writeConnection('heldCall', heldCall)],
        read: acknowledged,
    });
}

/** Puts a call on hold and calls somebody to ask, before a transfer or a conference. */
export function consultationCall(request: ConsultationCall): Service<NewCall> {
    return service({
        name: 'ConsultationCall',
        body: [
            writeConnection('existingCall', request.existingCall),
            el('consultedDevice', request.consultedDevice),
            userData(request.userData),
        ],
        privateData: callPrivateData('ConsultationCallPrivateData', request.kind),
        read: (answer) => ({ connection: requiredConnection(answer, 'initiatedCall') }),
    });
}

/** Joins the parties of the two calls and leaves both. The active call may still be alerting. */
export function transferCall({ heldCall, activeCall }: HeldAndActive): Service<MergedCall> {
    return service({
        name: 'TransferCall',
        body: [writeConnection('heldCall', heldCall), writeConnection('activeCall', activeCall)],
        read: (answer) => readMerged(answer, 'transferredCall'),
    });
}

/** Joins the parties of the two calls and stays in. */
export function conferenceCall({ heldCall, activeCall }: HeldAndActive): Service<MergedCall> {
    return service({
        name: 'ConferenceCall',
        body: [writeConnection('heldCall', heldCall), writeConnection('activeCall', activeCall)],
        read: (answer) => readMerged(answer, 'conferenceCall'),
    });
}

/** Reads a list of `connectionListItem`, as in answers and in the events Transferred and Conferenced. */
export function readMergedConnections(list: XmlElement | undefined): readonly MergedConnection[] {
    return childrenNamed(list, 'connectionListItem').map((item) => ({
        connection: readConnection(child(item, 'newConnection')),
        previous: readConnection(child(item, 'oldConnection')),
        endpoint: readDevice(child(item, 'endpoint')),
    }));
}

function onConnection(name: string, parameter: string, connection: ConnectionId): Service<void> {
    return service({ name, body: [writeConnection(parameter, connection)], read: acknowledged });
}

function callPrivateData(name: string, kind: CallKind | undefined): XmlNode | undefined {
    return kind && avaya(name, el('callPrivateData', el('acdGroup', kind.split), el('typeOfCall', kind.type)));
}

function userData(text: string | undefined): XmlNode | undefined {
    return text === undefined ? undefined : el('userData', optional('string', hexFromText(text)));
}

/** Reads an answer that gives the resulting call and its members. */
export function readMerged(answer: XmlElement, name: string): MergedCall {
    return {
        connection: requiredConnection(answer, name),
        members: readMergedConnections(child(answer, 'connections')),
    };
}

/** Reads a connection that the answer must have. */
export function requiredConnection(answer: XmlElement, name: string): ConnectionId {
    const connection = readConnection(child(answer, name));
    if (!connection) throw new Error(`${answer.name} has no ${name}`);
    return connection;
}
