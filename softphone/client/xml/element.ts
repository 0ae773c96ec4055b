/**
 * One XML element as the client reads it. Names are local names: prefixes and namespaces are dropped, because CSTA
 * servers differ in both and the protocol is told apart by local names alone (ECMA-323, all editions).
 */
export interface XmlElement {
    readonly name: string;
    readonly attributes: ReadonlyMap<string, string>;
    readonly children: readonly XmlElement[];
    /** The element's own character data, entities resolved, white space at both ends removed. */
    readonly text: string;
    /** The comments directly in the element: a place where servers explain a refusal. */
    readonly comments: readonly string[];
}

/** The first child of that name. */
export function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
    return parent?.children.find((candidate) => candidate.name === name);
}

/** Follows a path of child names; undefined as soon as one is missing. */
export function descend(start: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
    return path.reduce<XmlElement | undefined>(child, start);
}

/** Text at the end of a path; undefined if the path ends early, "" for an empty element. */
export function textAt(start: XmlElement | undefined, ...path: string[]): string | undefined {
    return descend(start, ...path)?.text;
}

/** All children of that name. */
export function childrenNamed(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
    return parent?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** Reads an xs:boolean: "true" and "1" are true, "false" and "0" are false, everything else is undefined. */
export function booleanAt(start: XmlElement | undefined, ...path: string[]): boolean | undefined {
    const text = textAt(start, ...path);
    if (text === 'true' || text === '1') return true;
    if (text === 'false' || text === '0') return false;
    return undefined;
}

/** Reads a decimal integer; undefined if there is none. */
export function integerAt(start: XmlElement | undefined, ...path: string[]): number | undefined {
    const text = textAt(start, ...path);
    return text !== undefined && /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
}
