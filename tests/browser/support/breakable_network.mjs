import { connect, createServer } from 'node:net';

/** A network between the pages and the gateway that a test can cut: a TCP relay that looks at nothing. */
export class BreakableNetwork {
    static async to(url) {
        const address = new URL(url);
        const [host, port] = [address.hostname, Number(address.port || 443)];
        const network = new BreakableNetwork();
        network.cut = false;
        network.sockets = new Set();
        network.server = createServer((near) => network.relay(near, port, host));
        await new Promise((listening) => network.server.listen(0, '127.0.0.1', listening));
        address.port = String(network.server.address().port);
        network.url = address.href;
        return network;
    }

    /** All connections end without a word, and new ones too, until `mend`. */
    break() {
        this.cut = true;
        for (const socket of this.sockets) socket.destroy();
    }

    mend() {
        this.cut = false;
    }

    async close() {
        this.break();
        await new Promise((closed) => this.server.close(closed));
    }

    relay(near, port, host) {
        if (this.cut) return near.destroy();
        const far = connect(port, host);
        for (const [socket, other] of [[near, far], [far, near]]) {
            this.sockets.add(socket);
            socket.on('error', () => undefined); // "close" follows
            socket.on('close', () => {
                this.sockets.delete(socket);
                other.destroy();
            });
        }
        near.pipe(far).pipe(near);
    }
}
