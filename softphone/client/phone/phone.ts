import {
    alternateCall,
    answerCall,
    clearCall,
    clearConnection,
    conferenceCall,
    consultationCall,
    holdCall,
    makeCall,
    reconnectCall,
    retrieveCall,
    transferCall,
    type HeldAndActive,
} from '../messages/call_control.js';
import {
    deflectCall,
    directedPickupCall,
    generateDigits,
    singleStepConferenceCall,
    singleStepTransferCall,
    type ParticipationType,
} from '../messages/call_movement.js';
import { RequestError } from '../messages/errors.js';
import type { Call } from './call.js';
import { PhoneView } from './phone_view.js';

/**
 * One extension: its calls, its agent, and everything a person can do with them. Commands resolve when the switch has
 * accepted them; what they cause arrives as events, before or after that. They fail with a {@link RequestError} whose
 * message can be shown.
 */
export class Phone extends PhoneView {
    /**
     * The call on hold and the active one, if there is exactly one of each: what transfer, conference, alternate and
     * reconnect work on.
     */
    get heldAndActive(): { readonly held: Call; readonly active: Call } | undefined {
        const held = this.calls.filter((call) => call.state === 'hold');
        const active = this.calls.filter((call) => call.state === 'connected' || call.state === 'initiated');
        return held[0] && active[0] && held.length === 1 && active.length === 1
            ? { held: held[0], active: active[0] }
            : undefined;
    }

    /** Calls a number; resolves to the new call's ID. */
    async dial(number: string, commandId?: string): Promise<string> {
        const options = commandId === undefined ? {} : { commandId };
        const service = this.dialling(makeCall({ callingDevice: this.extension, calledNumber: number }), number);
        return (await this.client.send(service, options)).connection.callId;
    }

    /** Answers an alerting call. */
    async answer(callId: string): Promise<void> {
        await this.client.send(answerCall(this.own(callId)));
    }

    /** Puts a call on hold. */
    async hold(callId: string): Promise<void> {
        await this.client.send(holdCall(this.own(callId)));
    }

    /** Takes a call back from hold. */
    async retrieve(callId: string): Promise<void> {
        await this.client.send(retrieveCall(this.own(callId)));
    }

    /** Leaves a call; the other parties of a conference go on talking. */
    async hangUp(callId: string): Promise<void> {
        await this.client.send(clearConnection(this.own(callId)));
    }

    /** Ends a call for everybody in it. */
    async clear(callId: string): Promise<void> {
        await this.client.send(clearCall(this.own(callId)));
    }

    /** Puts a call on hold and calls somebody to ask; resolves to the new call's ID. */
    async consult(callId: string, number: string): Promise<string> {
        const service = consultationCall({ existingCall: this.own(callId), consultedDevice: number });
        return (await this.client.send(this.dialling(service, number))).connection.callId;
    }

    /** Joins the two calls' parties and leaves; resolves to the resulting call's ID. Also while the second rings. */
    async transfer(heldId?: string, activeId?: string): Promise<string> {
        return (await this.client.send(transferCall(this.pair('TransferCall', heldId, activeId)))).connection.callId;
    }

    /** Joins the two calls and stays; resolves to the resulting call's ID. */
    async conference(heldId?: string, activeId?: string): Promise<string> {
        return (await this.client.send(conferenceCall(this.pair('ConferenceCall', heldId, activeId)))).connection.callId;
    }

    /** Gives a call to another device and leaves it, without asking there first; resolves to the call's ID. */
    async transferTo(callId: string, number: string): Promise<string> {
        return (await this.client.send(singleStepTransferCall(this.own(callId), number))).connection.callId;
    }

    /** Adds a device to a call; `silent` lets it listen only. */
    async add(callId: string, number: string, participation: ParticipationType = 'active'): Promise<void> {
        await this.client.send(singleStepConferenceCall(this.own(callId), number, participation));
    }

    /** Sends an alerting call elsewhere. */
    async deflect(callId: string, number: string): Promise<void> {
        await this.client.send(deflectCall(this.own(callId), number));
    }

    /** Answers here a call that rings at another device; resolves to the call's ID. */
    async pickUp(callId: string, ringingDevice: string): Promise<string> {
        const service = directedPickupCall({ callId, deviceId: ringingDevice }, this.extension);
        return (await this.client.send(service)).connection.callId;
    }

    /** Sends tones to the others of a call. */
    async sendDigits(callId: string, digits: string): Promise<void> {
        await this.client.send(generateDigits(this.own(callId), digits));
    }

    /** Swaps the held and the active call. */
    async alternate(heldId?: string, activeId?: string): Promise<void> {
        await this.client.send(alternateCall(this.pair('AlternateCall', heldId, activeId)));
    }

    /** Ends the active call and goes back to the held one. */
    async reconnect(heldId?: string, activeId?: string): Promise<void> {
        await this.client.send(reconnectCall(this.pair('ReconnectCall', heldId, activeId)));
    }

    private pair(request: string, heldId: string | undefined, activeId: string | undefined): HeldAndActive {
        const found = this.heldAndActive;
        const held = heldId ?? found?.held.id;
        const active = activeId ?? found?.active.id;
        if (held === undefined || active === undefined) {
            throw new RequestError(request, 'This needs one call on hold and one active call.');
        }
        return { heldCall: this.own(held), activeCall: this.own(active) };
    }
}
