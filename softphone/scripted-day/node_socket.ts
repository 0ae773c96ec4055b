import WebSocket from 'ws';
import type { OpenSocket, Socket } from '../client/index.js';

/**
 * Opens sockets of the `ws` package. `ca` is the text of a PEM file with the certificate to trust; without it the
 * system's authorities count.
 */
export function nodeSockets(ca: string | undefined): OpenSocket {
    const trust = ca === undefined ? {} : { ca };
    return (url, subprotocols) => {
        const socket = new WebSocket(url, subprotocols, { ...trust, handshakeTimeout: 5000 });
        return textOnly(socket);
    };
}

/** The ws package gives text as Buffer unless asked otherwise through its browser-like events. */
function textOnly(socket: WebSocket): Socket {
    const face: Socket = {
        onopen: null,
        onmessage: null,
        onclose: null,
        onerror: null,
        get protocol() {
            return socket.protocol;
        },
        send: (text) => socket.send(text),
        close: (code, reason) => socket.close(code, reason),
    };
    let lastFault = '';
    socket.on('open', () => face.onopen?.());
    socket.on('message', (data, isBinary) => face.onmessage?.({ data: isBinary ? data : data.toString() }));
    socket.on('error', (fault) => (lastFault = fault.message));
    socket.on('close', (code, reason) => face.onclose?.({ code, reason: reason.toString() || lastFault }));
    return face;
}
