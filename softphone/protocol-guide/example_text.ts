import type { Message } from './party.js';

/** What differs from run to run, and what stands in its place in the guide. */
const changing: readonly (readonly [RegExp, string])[] = [
    [/(<sessionID>)[0-9A-F]{32}(<)/g, '$15F21C0A94E7B4D0E8A35D1C2F7B60994$2'],
    [/(<epoch>)\d+(<)/g, '$11732300000123456$2'],
    [/(<globallyUniqueCallLinkageID>)(\d{10})\d{10}(<)/g, '$1$21732300000$3'],
    [/(<(?:year|month|day|hour|minute|second)>)\d+(<)/g, '$11$2'],
];

/** The message as the guide prints it: without what changes from run to run, one element a line, long values kept whole. */
export function exampleText({ invokeId, xml }: Message): string {
    const steady = changing.reduce((text, [pattern, by]) => text.replace(pattern, by), xml);
    return `${invokeId}${indent(steady)}`;
}

function indent(xml: string): string {
    const lines: string[] = [];
    let depth = 0;
    for (const piece of xml.match(/<!--[\s\S]*?-->|<\/?[^>]+>[^<]*/g) ?? [xml]) {
        const closes = piece.startsWith('</');
        if (closes) --depth;
        const last = lines.length - 1;
        const previous = lines[last];
        const sameElement = closes && previous !== undefined && opens(previous) && nameOf(previous) === nameOf(piece.slice(1));
        if (sameElement) lines[last] = previous + piece.trim();
        else lines.push('  '.repeat(Math.max(0, depth)) + piece.trim());
        if (opens(piece) && !closes) ++depth;
    }
    return lines.join('\n');
}

function opens(piece: string): boolean {
    const tag = piece.trim();
    return /^<[A-Za-z]/.test(tag) && !/^<[^>]*\/>/.test(tag) && !tag.includes('</');
}

function nameOf(tag: string): string | undefined {
    return /[A-Za-z][\w:.-]*/.exec(tag)?.[0];
}
