import type { Call } from '../client/index.js';
import { make, setText } from './dom.js';
import { callDetail, callState, partyNames } from './wording.js';

/** What can be done with a call. */
export type CallAction = 'answer' | 'hold' | 'retrieve' | 'hangUp' | 'transfer' | 'conference' | 'alternate' | 'reconnect';

/** Caption, class and the question whether the action fits the call at this moment. */
interface ActionRow {
    readonly action: CallAction;
    readonly caption: string;
    readonly className: string;
    readonly fits: (call: Call, place: Place) => boolean;
}

/** A call's part in a pair of a held and an active call. */
export type Place = 'active' | 'held' | 'alone';

const actionRows: readonly ActionRow[] = [
    { action: 'answer', caption: 'Answer', className: 'primary', fits: ({ state }) => state === 'alerting' },
    { action: 'transfer', caption: 'Transfer', className: 'primary', fits: (_, place) => place === 'active' },
    { action: 'conference', caption: 'Conference', className: '', fits: (_, place) => place === 'active' },
    { action: 'alternate', caption: 'Swap', className: '', fits: (_, place) => place === 'active' },
    { action: 'reconnect', caption: 'Back to held call', className: '', fits: (_, place) => place === 'active' },
    { action: 'hold', caption: 'Hold', className: '', fits: ({ state }, place) => state === 'connected' && place === 'alone' },
    { action: 'retrieve', caption: 'Retrieve', className: 'primary', fits: ({ state }, place) => state === 'hold' && place === 'alone' },
    { action: 'hangUp', caption: 'Hang up', className: 'danger', fits: ({ state }) => state !== 'alerting' },
];

/** One line's card. It is changed in place, so that the keyboard focus stays where it is. */
export class CallCard {
    readonly element = make('li', { className: 'call', testId: 'call' });
    private readonly number = make('span', { className: 'call-number', testId: 'call-party' });
    private readonly time = make('span', { className: 'call-time', testId: 'call-time' });
    private readonly state = make('span', { className: 'call-state', testId: 'call-state' });
    private readonly detail = make('span', { className: 'call-detail', testId: 'call-detail' });
    private readonly buttons = new Map<CallAction, HTMLButtonElement>();
    private readonly since = Date.now();

    constructor(callId: string, run: (action: CallAction, callId: string) => void) {
        const actions = make('div', { className: 'call-actions' });
        for (const { action, caption, className } of actionRows) {
            const button = make('button', { className, testId: `call-${action}`, text: caption });
            button.type = 'button';
            button.addEventListener('click', () => run(action, callId));
            this.buttons.set(action, button);
            actions.append(button);
        }
        this.element.dataset['callId'] = callId;
        this.element.append(this.number, this.time, this.state, this.detail, actions);
    }

    /** Shows the call as it is now; nothing can be done with it while `usable` is false. */
    update(call: Call, place: Place, usable: boolean): void {
        const hadFocus = this.element.contains(document.activeElement);
        this.element.dataset['state'] = call.state;
        this.element.dataset['parties'] = call.parties.map(({ number, state }) => `${number}:${state}`).join(' ');
        setText(this.number, partyNames(call));
        setText(this.state, callState(call));
        setText(this.detail, callDetail(call));
        for (const { action, caption, fits } of actionRows) {
            const button = this.buttons.get(action);
            if (!button) continue;
            button.hidden = !fits(call, place);
            button.disabled = !usable;
            button.setAttribute('aria-label', `${caption}, ${partyNames(call)}`);
        }
        if (hadFocus && document.activeElement instanceof HTMLElement && document.activeElement.hidden) this.focus();
    }

    /** Shows how long the call has been here. */
    tick(): void {
        const seconds = Math.floor((Date.now() - this.since) / 1000);
        setText(this.time, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`);
    }

    /** Puts the keyboard focus on the first thing that can be done. */
    focus(): void {
        [...this.buttons.values()].find((button) => !button.hidden && !button.disabled)?.focus();
    }
}
