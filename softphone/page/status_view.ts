import type { ClientState, PhoneState } from '../client/index.js';
import { byId, setText } from './dom.js';

const stale = 'What you see may be out of date; it is set right as soon as the connection is back.';

type Tone = 'good' | 'busy' | 'bad';

/** What the page says about the connection: a pill that is always there, a banner while something is wrong. */
export class StatusView {
    private readonly pill = byId('status', HTMLParagraphElement);
    private readonly banner = byId('banner', HTMLDivElement);
    private readonly text = byId('banner-text', HTMLSpanElement);
    private readonly when = byId('banner-when', HTMLSpanElement);
    private readonly retry = byId('banner-retry', HTMLButtonElement);
    private state: ClientState = { phase: 'idle' };

    constructor(tryNow: () => void) {
        this.retry.addEventListener('click', tryNow);
        window.setInterval(() => this.countDown(), 500);
    }

    /** Shows the worse of the two states: only when both are well does the page say so. */
    show(client: ClientState, phone: PhoneState): void {
        this.state = client;
        const [text, tone] = pillOf(client, phone);
        setText(this.pill, text);
        this.pill.dataset['tone'] = tone;
        const sentence = bannerOf(client, phone);
        this.banner.hidden = sentence === undefined;
        this.retry.hidden = client.phase !== 'waiting';
        if (sentence !== undefined) setText(this.text, sentence);
        this.countDown();
    }

    /** Stands beside the sentence, so that a screen reader does not speak every second. */
    private countDown(): void {
        setText(this.when, this.state.phase === 'waiting' ? retrySentence(this.state.retryAt) : '');
    }
}

function pillOf(client: ClientState, phone: PhoneState): [string, Tone] {
    if (client.phase === 'idle' || client.phase === 'ended') return ['', 'bad'];
    if (client.phase === 'connecting') return ['Connecting', 'busy'];
    if (client.phase === 'waiting') return ['Disconnected', 'bad'];
    if (phone.phase === 'ready') return ['Online', 'good'];
    if (phone.phase === 'unavailable') return ['No link to the switch', 'bad'];
    return ['Synchronising', 'busy'];
}

function bannerOf(client: ClientState, phone: PhoneState): string | undefined {
    if (client.phase === 'waiting') return `The server cannot be reached. ${stale}`;
    if (client.phase === 'connecting') return 'Connecting to the server…';
    if (client.phase !== 'online') return undefined;
    if (phone.phase === 'unavailable') return `${phone.sentence} ${stale}`;
    if (phone.phase === 'synchronising') return 'Comparing with the telephone system…';
    return undefined;
}

function retrySentence(retryAt: number): string {
    const seconds = Math.max(0, Math.ceil((retryAt - Date.now()) / 1000));
    return `Trying again ${seconds === 0 ? 'now' : `in ${seconds} s`}.`;
}
