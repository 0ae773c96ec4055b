/** The part of a WebSocket that the client uses; the browser's own class and the `ws` package's both have it. */
export interface Socket {
    onopen: (() => void) | null;
    onmessage: ((event: { data: unknown }) => void) | null;
    onclose: ((event: { code: number; reason: string }) => void) | null;
    onerror: ((event: unknown) => void) | null;
    readonly protocol: string;
    send(text: string): void;
    close(code?: number, reason?: string): void;
}

/** Opens a socket to `url`. The first subprotocol is the one to be spoken; a second one carries a token. */
export type OpenSocket = (url: string, subprotocols: string[]) => Socket;

/** Opens the browser's own WebSocket (also Node's, from version 22). */
export const openBrowserSocket: OpenSocket = (url, subprotocols) => new WebSocket(url, subprotocols) as unknown as Socket;
