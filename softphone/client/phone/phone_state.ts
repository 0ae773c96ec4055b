import type { RequestError } from '../messages/errors.js';
import type { CstaEvent } from '../messages/events.js';
import type { Call, EndedCall } from './call.js';

/** How far a phone's view can be trusted. */
export type PhoneState =
    /** No session: what is shown is what was last known. */
    | { readonly phase: 'offline' }
    /** Setting up the monitor and comparing with the switch. */
    | { readonly phase: 'synchronising' }
    /** Follows the switch. */
    | { readonly phase: 'ready' }
    /** The server is there, the telephone system is not; tried again by itself. */
    | { readonly phase: 'unavailable'; readonly sentence: string }
    /** The switch will not have it, for example because there is no such extension. */
    | { readonly phase: 'refused'; readonly fault: RequestError };

/** What a Phone tells its listeners. */
export interface PhoneEvents {
    /** Something that can be shown has changed: calls, agent or state. */
    change: undefined;
    state: PhoneState;
    added: Call;
    ended: EndedCall;
    /** Each event of this extension, after the model took it. */
    event: CstaEvent;
}
