import { exampleText } from './example_text.js';
import type { Message } from './party.js';

/** One section of the guide: a heading, what it is for, and what was said. */
export interface Section {
    readonly chapter: string;
    readonly title: string;
    readonly about: string;
    readonly messages: readonly Message[];
}

/** The page that holds all examples. */
export function guidePage(sections: readonly Section[]): string {
    const chapters = chapterOrder.filter((chapter) => sections.some((section) => section.chapter === chapter));
    const contents = chapters.map((chapter) => {
        const titles = sections.filter((section) => section.chapter === chapter).map(({ title }) => `[${title}](#${anchor(title)})`);
        return `- ${chapter}: ${titles.join(', ')}`;
    });
    const bodies = chapters.map((chapter) => {
        const own = sections.filter((section) => section.chapter === chapter);
        return `## ${chapter}\n\n${own.map(sectionText).join('\n')}`;
    });
    return `${head}\n${contents.join('\n')}\n\n${bodies.join('\n')}`;
}

const chapterOrder: readonly string[] = [
    'Session',
    'Monitors and snapshots',
    'Call control',
    'Features',
    'Agents',
    'Routeing',
    'Questions',
    'Refusals',
];

const head = `# Messages by example

Every message below was sent and received in a run against the simulator; the page is made by that run and checked by the
tests. Each block shows one message with its four digits of invoke ID in front; \`9999\` is what nobody asked for. Lines are
broken for reading. Session IDs, clock times and the time in universal call IDs are replaced by fixed ones.
`;

function sectionText({ title, about, messages }: Section): string {
    return `### ${title}\n\n${about}\n\n${messages.map(messageText).join('\n')}`;
}

function messageText(message: Message): string {
    const arrow = message.direction === 'sent' ? 'sends' : 'receives';
    return `${message.who} ${arrow}:\n\n\`\`\`xml\n${exampleText(message)}\n\`\`\`\n`;
}

/** As GitHub makes anchors of headings. */
function anchor(title: string): string {
    return title
        .toLowerCase()
        .replace(/[^\w\- ]/g, '')
        .replace(/ /g, '-');
}
