import type { Call, Phone } from '../client/index.js';
import { CallCard, type CallAction, type Place } from './call_card.js';
import { byId } from './dom.js';
import type { ProblemView } from './problem_view.js';
import { partyNames } from './wording.js';

const captions: Readonly<Record<CallAction, string>> = {
    answer: 'Answering',
    hold: 'Holding',
    retrieve: 'Retrieving',
    hangUp: 'Hanging up',
    transfer: 'The transfer',
    conference: 'The conference',
    alternate: 'Swapping',
    reconnect: 'Going back',
};

/** The lines: one card for each call, the dial field, and the voice that says that it rings. */
export class CallsView {
    private readonly list = byId('calls', HTMLUListElement);
    private readonly none = byId('no-calls', HTMLParagraphElement);
    private readonly number = byId('number', HTMLInputElement);
    private readonly call = byId('dial-call', HTMLButtonElement);
    private readonly consult = byId('dial-consult', HTMLButtonElement);
    private readonly announcement = byId('announcement', HTMLParagraphElement);
    private readonly cards = new Map<string, CallCard>();

    constructor(
        private readonly phone: () => Phone | undefined,
        private readonly problems: ProblemView,
    ) {
        // Enter in the field presses the form's submit button: the one that is highlighted, see show().
        byId('dial', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault());
        this.call.addEventListener('click', () => void this.dial());
        this.consult.addEventListener('click', () => void this.startConsultation());
        window.setInterval(() => this.cards.forEach((card) => card.tick()), 1000);
    }

    /** Shows the phone's calls; nothing can be done with them while `usable` is false. */
    show(calls: readonly Call[], usable: boolean): void {
        for (const [id, card] of this.cards) {
            if (!calls.some((call) => call.id === id)) this.removeCard(id, card);
        }
        for (const call of calls) this.cardOf(call.id).update(call, this.placeOf(call), usable);
        this.none.hidden = calls.length > 0;
        this.call.disabled = this.consult.disabled = !usable;
        this.consult.hidden = !this.consulting;
        highlight(this.call, !this.consulting);
        highlight(this.consult, this.consulting);
        this.announce(calls);
    }

    /** Does something with the call that it fits best; for keys. */
    async runOnBest(action: CallAction): Promise<void> {
        const calls = this.phone()?.calls ?? [];
        const wanted = action === 'answer' ? ['alerting'] : action === 'retrieve' ? ['hold'] : ['connected', 'initiated', 'fail'];
        const found = calls.find((call) => wanted.includes(call.state)) ?? (action === 'hangUp' ? calls[0] : undefined);
        if (found) await this.run(action, found.id);
        else this.problems.say(`${captions[action]} did not work: there is no call for that.`);
    }

    /** Holds the active call, or retrieves the held one if there is no active call. */
    async toggleHold(): Promise<void> {
        const active = this.phone()?.calls.some(({ state }) => state === 'connected') ?? false;
        await this.runOnBest(active ? 'hold' : 'retrieve');
    }

    /** Puts the keyboard into the number field. */
    focusNumber(): void {
        this.number.focus();
        this.number.select();
    }

    /** Consults the number in the field; asks for one if it is empty. */
    async startConsultation(): Promise<void> {
        const phone = this.phone();
        const active = this.activeCall;
        if (!phone || !active) return this.problems.say('A consultation needs an active call.');
        if (!this.numberGiven()) return;
        const done = await this.problems.attempt('The consultation', () => phone.consult(active.id, this.number.value));
        if (done) this.number.value = '';
    }

    private async dial(): Promise<void> {
        const phone = this.phone();
        if (!phone || !this.numberGiven()) return;
        const done = await this.problems.attempt('The call', () => phone.dial(this.number.value));
        if (done) this.number.value = '';
    }

    private numberGiven(): boolean {
        if (this.number.value !== '' && this.number.reportValidity()) return true;
        this.focusNumber();
        return false;
    }

    private async run(action: CallAction, callId: string): Promise<void> {
        const phone = this.phone();
        if (!phone) return;
        const work: Record<CallAction, () => Promise<unknown>> = {
            answer: () => phone.answer(callId),
            hold: () => phone.hold(callId),
            retrieve: () => phone.retrieve(callId),
            hangUp: () => phone.hangUp(callId),
            transfer: () => phone.transfer(),
            conference: () => phone.conference(),
            alternate: () => phone.alternate(),
            reconnect: () => phone.reconnect(),
        };
        await this.problems.attempt(captions[action], work[action]);
    }

    /** The call that a consultation would put on hold, if exactly one talks and none is held. */
    private get activeCall(): Call | undefined {
        const calls = this.phone()?.calls ?? [];
        const connected = calls.filter(({ state }) => state === 'connected');
        return connected.length === 1 && !calls.some(({ state }) => state === 'hold') ? connected[0] : undefined;
    }

    private get consulting(): boolean {
        return this.activeCall !== undefined;
    }

    private placeOf(call: Call): Place {
        const pair = this.phone()?.heldAndActive;
        if (pair?.active.id === call.id) return 'active';
        return pair?.held.id === call.id ? 'held' : 'alone';
    }

    private cardOf(id: string): CallCard {
        let card = this.cards.get(id);
        if (!card) {
            card = new CallCard(id, (action, callId) => void this.run(action, callId));
            card.tick();
            this.cards.set(id, card);
            this.list.append(card.element);
        }
        return card;
    }

    private removeCard(id: string, card: CallCard): void {
        const hadFocus = card.element.contains(document.activeElement);
        card.element.remove();
        this.cards.delete(id);
        if (hadFocus) this.number.focus();
    }

    private announce(calls: readonly Call[]): void {
        const ringing = calls.find(({ state }) => state === 'alerting');
        const text = ringing ? `Ringing: ${partyNames(ringing)}` : '';
        if (this.announcement.textContent !== text) this.announcement.textContent = text;
        document.title = ringing ? `☎ ${partyNames(ringing)} – Softphone` : 'Softphone';
    }
}

function highlight(button: HTMLButtonElement, on: boolean): void {
    button.type = on ? 'submit' : 'button';
    button.classList.toggle('primary', on);
}
