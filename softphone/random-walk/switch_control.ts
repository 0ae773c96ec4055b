import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Truth } from '../scripted-day/ctisim.js';

/** What the switch answers to a command. */
interface Reply {
    readonly ok: boolean;
    readonly why?: string;
    readonly [key: string]: unknown;
}

/**
 * The simulator's control port: one JSON object per line, answered in order. Faster than a process of `ctisim` for
 * each look, of which a walk needs thousands.
 */
export class SwitchControl {
    private readonly waiting: ((reply: Reply) => void)[] = [];
    private broken: Error | undefined;

    private constructor(private readonly socket: Socket) {
        createInterface({ input: socket }).on('line', (line) => this.waiting.shift()?.(JSON.parse(line) as Reply));
        socket.on('error', (fault) => (this.broken = fault));
        socket.on('close', () => {
            this.broken ??= new Error('the simulator closed its control port');
            for (const answer of this.waiting.splice(0)) answer({ ok: false, why: this.broken.message });
        });
    }

    /** `address` is host:port, as in CTISIM_ADDRESS. */
    static async open(address: string): Promise<SwitchControl> {
        const colon = address.lastIndexOf(':');
        const socket = connect({ host: address.slice(0, colon), port: Number(address.slice(colon + 1)) });
        await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
        return new SwitchControl(socket);
    }

    /** Everything the switch knows. */
    async truth(): Promise<Truth> {
        return (await this.command({ do: 'truth' })) as unknown as Truth;
    }

    /** A command that may be refused; true if it was carried out. */
    async attempt(command: Readonly<Record<string, unknown>>): Promise<boolean> {
        return (await this.command(command)).ok;
    }

    close(): void {
        this.socket.end();
    }

    private command(command: Readonly<Record<string, unknown>>): Promise<Reply> {
        if (this.broken) return Promise.reject(this.broken);
        return new Promise((resolve) => {
            this.waiting.push(resolve);
            this.socket.write(`${JSON.stringify(command)}\n`);
        });
    }
}
