import { parseXml, type Traffic } from '../client/index.js';
import { readEvent } from '../client/messages/read_event.js';
import { textAt } from '../client/xml/element.js';
import { byId, make } from './dom.js';
import { eventAbout } from './wording.js';

const limit = 200;

/** Messages of no interest to anybody who looks for a call's story. */
const keepAlive = /^ResetApplicationSessionTimer/;

/** The list of messages, newest first, each with its XML to be opened. */
export class LogView {
    private readonly list = byId('log', HTMLOListElement);

    constructor() {
        const all = byId('log-all', HTMLInputElement);
        all.addEventListener('change', () => this.list.classList.toggle('everything', all.checked));
        byId('log-clear', HTMLButtonElement).addEventListener('click', () => this.clear());
    }

    private clear(): void {
        this.list.replaceChildren();
        this.list.classList.remove('events');
    }

    /** Adds a message. Events are always shown, requests and answers when asked for. */
    add({ direction, invokeId, xml }: Traffic): void {
        const message = parseQuietly(xml);
        if (keepAlive.test(message?.name ?? '')) return;
        const event = message && readEvent(message);
        const unasked = invokeId === 9999 && direction === 'received';
        const status = textAt(message, 'systemStatus');
        const asked = `invoke ID ${String(invokeId).padStart(4, '0')}`;
        const about = unasked ? (event && eventAbout(event)) ?? status ?? '' : asked;
        const entry = this.entry(direction, message?.name ?? 'unreadable', about, xml);
        entry.dataset['side'] = unasked ? 'event' : 'exchange';
        entry.dataset['name'] = message?.name ?? '';
        if (unasked) this.list.classList.add('events');
        this.list.prepend(entry);
        while (this.list.childElementCount > limit) this.list.lastElementChild?.remove();
    }

    private entry(direction: Traffic['direction'], name: string, about: string, xml: string): HTMLLIElement {
        const now = new Date();
        const time = make('time', { text: clockText(now) });
        time.dateTime = now.toISOString();
        const arrow = make('span', { text: direction === 'sent' ? '→' : '←' });
        arrow.title = direction;
        const summary = make(
            'summary',
            {},
            time,
            arrow,
            make('span', { className: 'what', text: name }),
            make('span', { className: 'about', text: about }),
        );
        const details = make('details', {}, summary);
        details.addEventListener('toggle', () => {
            if (details.open && details.childElementCount === 1) details.append(make('pre', { testId: 'log-xml', text: indent(xml) }));
        });
        return make('li', { testId: 'log-entry' }, details);
    }
}

function parseQuietly(xml: string) {
    try {
        return parseXml(xml);
    } catch {
        return undefined; // shown as unreadable; the client deals with it
    }
}

function clockText(time: Date): string {
    return `${time.toTimeString().slice(0, 8)}.${String(time.getMilliseconds()).padStart(3, '0')}`;
}

/** Breaks XML into lines and indents them. Only white space between tags is changed. */
function indent(xml: string): string {
    let depth = 0;
    const lines = xml.replace(/>\s*</g, '>\n<').split('\n');
    return lines
        .map((line) => {
            if (line.startsWith('</')) --depth;
            const text = '\t'.repeat(Math.max(0, depth)) + line;
            if (/^<[^/?!]/.test(line) && !line.endsWith('/>') && !line.includes('</')) ++depth;
            return text;
        })
        .join('\n');
}

