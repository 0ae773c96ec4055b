/** One element to be written. `undefined` children are left out, which keeps optional elements short to express. */
export interface XmlNode {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string | undefined>>;
    readonly children: readonly (XmlNode | string)[];
}

type Content = XmlNode | string | number | boolean | undefined;

/** Makes an element: `el('callID', '217')`, `el('device', { typeOfNumber: 'other' }, '4001')`. */
export function el(name: string, ...content: (Content | XmlNode['attributes'])[]): XmlNode {
    const [first, ...rest] = content;
    const attributes = isAttributes(first) ? first : {};
    const children = (isAttributes(first) ? rest : content) as Content[];
    return { name, attributes, children: children.filter(isPresent).map(asChild) };
}

/** Makes an element only if there is something to put into it. */
export function optional(name: string, value: string | number | boolean | undefined): XmlNode | undefined {
    return value === undefined ? undefined : el(name, value);
}

/**
 * Writes an element and what is below it, without white space between elements.
 * @throws RangeError if a text holds a control character that XML cannot carry.
 */
export function writeXml(node: XmlNode): string {
    const attributes = Object.entries(node.attributes)
        .filter((entry): entry is [string, string] => entry[1] !== undefined)
        .map(([name, value]) => ` ${name}="${escape(value)}"`)
        .join('');
    const content = node.children.map((item) => (typeof item === 'string' ? escape(item) : writeXml(item))).join('');
    return content === '' ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${content}</${node.name}>`;
}

function isAttributes(value: Content | XmlNode['attributes']): value is XmlNode['attributes'] {
    return typeof value === 'object' && !('children' in value);
}

function isPresent(value: Content): value is Exclude<Content, undefined> {
    return value !== undefined;
}

function asChild(value: XmlNode | string | number | boolean): XmlNode | string {
    return typeof value === 'object' ? value : String(value);
}

const escapes: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    '\r': '&#13;',
    '\n': '&#10;',
    '\t': '&#9;',
};

const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

function escape(text: string): string {
    if (notXml.test(text)) throw new RangeError(`"${text}" holds a control character that XML cannot carry`);
    return text.replace(/[&<>"\r\n\t]/g, (character) => escapes[character] ?? character);
}
