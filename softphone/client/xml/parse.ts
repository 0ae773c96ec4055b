import type { XmlElement } from './element.js';

/** Thrown by {@link parseXml}; the message says what is wrong and at which line and column. */
export class XmlError extends Error {
    override readonly name = 'XmlError';

    constructor(what: string, text: string, offset: number) {
        const before = text.slice(0, offset);
        const line = before.split('\n').length;
        const column = offset - before.lastIndexOf('\n');
        super(`${what} (line ${line}, column ${column})`);
    }
}

const maxDepth = 64;
const namePattern = /[\p{L}_:][\p{L}\p{N}_:.\-\u00B7]*/uy;
const attributePattern = /\s+([\p{L}_:][\p{L}\p{N}_:.\-\u00B7]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy;
const tagEndPattern = /\s*(\/?)>/y;
const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An element under construction. */
class OpenElement implements XmlElement {
    readonly attributes = new Map<string, string>();
    readonly children: OpenElement[] = [];
    readonly comments: string[] = [];
    text = '';

    constructor(readonly qualifiedName: string) {}

    get name(): string {
        return localName(this.qualifiedName);
    }
}

function localName(qualified: string): string {
    return qualified.slice(qualified.indexOf(':') + 1);
}

/** A single pass over the text with an explicit stack, so depth costs no call stack. */
class Parser {
    private at = 0;
    private root: OpenElement | undefined;
    private readonly open: OpenElement[] = [];

    constructor(private readonly text: string) {}

    parse(): XmlElement {
        if (this.text.startsWith('\uFEFF')) this.at = 1;
        while (this.at < this.text.length) this.step();
        const unclosed = this.open.at(-1);
        if (unclosed) this.fail(`the element ${unclosed.qualifiedName} is not closed`);
        if (!this.root) this.fail('there is no element');
        return this.root;
    }

    private step(): void {
        const { text, at } = this;
        if (text[at] !== '<') this.characters();
        else if (text.startsWith('<!--', at)) this.comment();
        else if (text.startsWith('<![CDATA[', at)) this.cdata();
        else if (text.startsWith('<!', at)) this.fail('document type declarations are not accepted');
        else if (text.startsWith('<?', at)) this.skipPast('?>', 2, 'processing instruction');
        else if (text[at + 1] === '/') this.closingTag();
        else this.openingTag();
    }

    private characters(): void {
        const end = this.text.indexOf('<', this.at);
        const raw = this.text.slice(this.at, end < 0 ? undefined : end);
        const parent = this.open.at(-1);
        if (parent) parent.text += this.resolveEntities(raw);
        else if (raw.trim() !== '') this.fail('there is text outside the root element');
        this.at += raw.length;
    }

    private comment(): void {
        const start = this.at;
        this.skipPast('-->', 4, 'comment');
        this.open.at(-1)?.comments.push(this.text.slice(start + 4, this.at - 3).trim());
    }

    private cdata(): void {
        const parent = this.open.at(-1);
        if (!parent) this.fail('there is text outside the root element');
        const start = this.at;
        this.skipPast(']]>', 9, 'CDATA section');
        parent.text += this.text.slice(start + 9, this.at - 3);
    }

    private openingTag(): void {
        const element = new OpenElement(this.nameAt(this.at + 1));
        this.at += 1 + element.qualifiedName.length;
        this.readAttributes(element);
        const end = this.match(tagEndPattern);
        if (!end) this.fail(`the tag of ${element.qualifiedName} is malformed`);
        this.attach(element);
        this.at += end[0].length;
        if (end[1] === '') this.open.push(element);
        if (this.open.length > maxDepth) this.fail(`elements are nested deeper than ${maxDepth}`);
    }

    private readAttributes(element: OpenElement): void {
        for (let found = this.match(attributePattern); found; found = this.match(attributePattern)) {
            const name = localName(found[1] ?? '');
            element.attributes.set(name, this.resolveEntities(found[2] ?? found[3] ?? ''));
            this.at += found[0].length;
        }
    }

    private attach(element: OpenElement): void {
        const parent = this.open.at(-1);
        if (parent) parent.children.push(element);
        else if (this.root) this.fail('there is more than one root element');
        else this.root = element;
    }

    private closingTag(): void {
        const name = this.nameAt(this.at + 2);
        const element = this.open.pop();
        if (element?.qualifiedName !== name) this.fail(`</${name}> closes ${element?.qualifiedName ?? 'nothing'}`);
        element.text = element.text.trim();
        this.at += 2 + name.length;
        const end = this.match(tagEndPattern);
        if (!end || end[1] !== '') this.fail(`the closing tag of ${name} is malformed`);
        this.at += end[0].length;
    }

    private resolveEntities(raw: string): string {
        return raw.replace(/&([^;&]{0,12});?/g, (whole, body: string) => {
            const resolved = whole.endsWith(';') ? namedEntities[body] ?? characterReference(body) : undefined;
            return resolved ?? this.fail(`${whole} is not an entity that is known here`);
        });
    }

    private nameAt(offset: number): string {
        namePattern.lastIndex = offset;
        return namePattern.exec(this.text)?.[0] ?? this.fail('a name is expected after "<"');
    }

    private match(pattern: RegExp): RegExpExecArray | null {
        pattern.lastIndex = this.at;
        return pattern.exec(this.text);
    }

    private skipPast(terminator: string, from: number, what: string): void {
        const end = this.text.indexOf(terminator, this.at + from);
        if (end < 0) this.fail(`the ${what} is not closed`);
        this.at = end + terminator.length;
    }

    private fail(what: string): never {
        throw new XmlError(what, this.text, this.at);
    }
}

function characterReference(body: string): string | undefined {
    const digits = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(body);
    if (!digits) return undefined;
    const code = digits[1] !== undefined ? parseInt(digits[1], 16) : Number(digits[2]);
    const surrogate = code >= 0xd800 && code <= 0xdfff;
    return code > 0 && code <= 0x10ffff && !surrogate ? String.fromCodePoint(code) : undefined;
}

/**
 * Parses one XML document into elements with local names. Processing instructions are skipped, CDATA is text, the five built-in entities and character references are resolved. Document types are refused, so no entity
 * can be declared.
 * @throws XmlError if the text is not one well-formed document.
 */
export function parseXml(text: string): XmlElement {
    return new Parser(text).parse();
}
