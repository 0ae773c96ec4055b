/** One WebSocket message of subprotocol `csta-xml`: four digits of invoke ID, then the XML document. */
export interface Frame {
    /** 0 to 9998 for requests and their answers, {@link unaskedId} for everything else. */
    readonly invokeId: number;
    readonly xml: string;
}

/** Name of the subprotocol. */
export const subprotocol = 'csta-xml';

/** Invoke ID of events and of all else that answers no request. */
export const unaskedId = 9999;

/** Writes a frame. */
export function writeFrame({ invokeId, xml }: Frame): string {
    return String(invokeId).padStart(4, '0') + xml;
}

/** Reads a frame; undefined if it does not begin with four digits. */
export function readFrame(text: string): Frame | undefined {
    if (!/^\d{4}/.test(text)) return undefined;
    return { invokeId: Number(text.slice(0, 4)), xml: text.slice(4) };
}
