import { byId, make } from './dom.js';

/** One key that does something while Alt is held down. */
export interface Shortcut {
    /** A lower-case letter. */
    readonly key: string;
    readonly caption: string;
    readonly run: () => void;
}

/**
 * Listens for Alt and a letter and lists the keys on the page. Alt keeps them apart from typing; letters that browsers
 * need with Alt (D, E, F) are not used.
 */
export function installShortcuts(shortcuts: readonly Shortcut[], active: () => boolean): void {
    const list = byId('keys', HTMLDListElement);
    list.append(...keyRow(['Enter'], 'do what the highlighted button says'));
    for (const { key, caption } of shortcuts) list.append(...keyRow(['Alt', key.toUpperCase()], caption));
    document.addEventListener('keydown', (event) => {
        if (!active() || !event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
        const found = shortcuts.find(({ key }) => key === letterOf(event));
        if (!found) return;
        event.preventDefault();
        found.run();
    });
}

function keyRow(keys: readonly string[], caption: string): [HTMLElement, HTMLElement] {
    const term = make('dt');
    keys.forEach((key, index) => term.append(...(index > 0 ? ['+'] : []), make('kbd', { text: key })));
    return [term, make('dd', { text: caption })];
}

/** The letter on the key; where Alt makes another character of it, as on a Mac, the key's place on the keyboard. */
function letterOf(event: KeyboardEvent): string {
    return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : event.code.replace(/^Key/, '').toLowerCase();
}
