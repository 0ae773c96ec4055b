/** Writes text as hexBinary of its UTF-8 bytes: the form of passwords, account codes and user data. */
export function hexFromText(text: string): string {
    const bytes = Array.from(new TextEncoder().encode(text));
    return bytes.map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
}

/** Reads hexBinary as UTF-8 text; undefined if it is not hexBinary. */
export function textFromHex(hex: string | undefined): string | undefined {
    if (hex === undefined || !/^(?:[0-9a-fA-F]{2})*$/.test(hex)) return undefined;
    const bytes = hex.match(/../g)?.map((pair) => parseInt(pair, 16)) ?? [];
    return new TextDecoder().decode(Uint8Array.from(bytes));
}
