import { el, type XmlNode } from '../xml/write.js';
import { readMerged, requiredConnection, type MergedCall, type NewCall } from './call_control.js';
import { writeConnection, type ConnectionId } from './devices.js';
import { hexFromText } from './hex.js';
import { acknowledged, avaya, service, type Service } from './service.js';

/** Moves a call to another device in one step; the mover leaves it. No consultation before. */
export function singleStepTransferCall(activeCall: ConnectionId, transferredTo: string): Service<MergedCall> {
    return service({
        name: 'SingleStepTransferCall',
        body: [writeConnection('activeCall', activeCall), el('transferredTo', transferredTo)],
        read: (answer) => readMerged(answer, 'transferredCall'),
    });
}

/** How a device joins a call: heard by the others, or only listening. */
export type ParticipationType = 'active' | 'silent';

/** Adds a device to a call in one step. */
export function singleStepConferenceCall(
    activeCall: ConnectionId,
    deviceToJoin: string,
    participation: ParticipationType = 'active',
): Service<NewCall> {
    return service({
        name: 'SingleStepConferenceCall',
        body: [
            writeConnection('activeCall', activeCall),
            el('deviceToJoin', deviceToJoin),
            el('participationType', participation),
        ],
        read: (answer) => ({ connection: requiredConnection(answer, 'conferencedCall') }),
    });
}

/** Sends an alerting call elsewhere. */
export function deflectCall(alertingCall: ConnectionId, newDestination: string): Service<void> {
    return service({
        name: 'DeflectCall',
        body: [writeConnection('callToBeDiverted', alertingCall), el('newDestination', newDestination)],
        read: acknowledged,
    });
}

/** Answers at `requestingDevice` a call that rings elsewhere; `alertingCall` is the ringing connection. */
export function directedPickupCall(alertingCall: ConnectionId, requestingDevice: string): Service<NewCall> {
    return service({
        name: 'DirectedPickupCall',
        body: [writeConnection('callToBePickedUp', alertingCall), el('requestingDevice', requestingDevice)],
        read: (answer) => ({ connection: requiredConnection(answer, 'pickedCall') }),
    });
}

/** Sends tones into a call: 1 to 32 of `0-9 * # A-D`. */
export function generateDigits(connection: ConnectionId, digits: string): Service<void> {
    return service({
        name: 'GenerateDigits',
        body: [
            writeConnection('connectionToSendDigits', connection),
            el('digitMode', 'dTMF'),
            el('charactersToSend', digits),
        ],
        read: acknowledged,
    });
}

/** Parameters of {@link makePredictiveCall}. */
export interface MakePredictiveCall {
    /** The device that gets the call when it is answered, usually a VDN or a split. */
    readonly callingDevice: string;
    readonly calledNumber: string;
    readonly userData?: string;
}

/** Calls a number and connects it with the calling device only when somebody has answered. */
export function makePredictiveCall(request: MakePredictiveCall): Service<NewCall> {
    return service({
        name: 'MakePredictiveCall',
        body: [
            el('callingDevice', request.callingDevice),
            el('calledDirectoryNumber', request.calledNumber),
            el('signallingDetection', el('signallingCondition', 'callEstablished'), el('signallingConditionsAction', 'remainConnected')),
            request.userData === undefined ? undefined : el('userData', el('string', hexFromText(request.userData))),
        ],
        read: (answer) => ({ connection: requiredConnection(answer, 'initiatedCall') }),
    });
}

/** Whom {@link selectiveListeningHold} keeps apart: one party, or all. */
export interface SelectiveListening {
    /** The connection that stops hearing. */
    readonly subject: ConnectionId;
    /** The party that is no longer heard; absent: all. */
    readonly from?: ConnectionId;
}

/** Keeps one party from hearing another, or all others. */
export function selectiveListeningHold(listening: SelectiveListening): Service<void> {
    return service(selectiveListening('SelectiveListeningHold', listening));
}

/** Lets a party hear again. */
export function selectiveListeningRetrieve(listening: SelectiveListening): Service<void> {
    return service(selectiveListening('SelectiveListeningRetrieve', listening));
}

function selectiveListening(name: string, { subject, from }: SelectiveListening) {
    const selected: XmlNode | undefined = from && writeConnection('selectedParty', from);
    const whom = avaya('selectiveListening', writeConnection('subjectConnection', subject), el('allParties', !from), selected);
    return { name, namespace: 'http://www.avaya.com/csta', body: [whom], read: acknowledged };
}

