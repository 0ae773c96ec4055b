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

/** Opens a socket to `url` with one subprotocol offered. */
export type OpenSocket = (url: string, subprotocol: string) => Socket;

/** Opens the browser's own WebSocket (also Node's, from version 22). */
export const openBrowserSocket: OpenSocket = (url, subprotocol) => new WebSocket(url, subprotocol) as unknown as Socket;
