import { execFile } from 'node:child_process';

/** One connection as the switch has it. */
export interface TrueConnection {
    readonly device: string;
    readonly kind: 'station' | 'trunk';
    readonly state: string;
    /** Listens only. */
    readonly silent?: boolean;
}

/** One call as the switch has it. */
export interface TrueCall {
    readonly callId: number;
    /** Who made the call, by number; may have left it. */
    readonly calling?: string;
    readonly connections: readonly TrueConnection[];
    /** A vector works on it. */
    readonly inVector?: boolean;
}

/** A skill and the calls that wait for it; a place with an agent rings there. */
export interface TrueSkill {
    readonly extension: string;
    readonly queue: readonly { readonly callId: number; readonly agentId?: string }[];
}

/** One agent who is logged in at the switch. */
export interface TrueAgent {
    readonly agentId: string;
    readonly extension: string;
    readonly state: string;
    readonly workMode: string;
    readonly reasonCode: number;
    readonly talkState: string;
}

/** What `ctisim truth --json` prints, as far as it is used here. */
export interface Truth {
    readonly calls: readonly TrueCall[];
    readonly agents: readonly TrueAgent[];
    readonly stations: readonly { readonly extension: string }[];
    readonly skills?: readonly TrueSkill[];
}

const limitMs = 10_000;

/** The switch simulator's command line. */
export class Ctisim {
    /** `command` may have arguments of its own; the shell reads it. */
    constructor(private readonly command: string) {}

    /** Everything the switch knows. */
    async truth(): Promise<Truth> {
        return JSON.parse(await this.run('truth', '--json')) as Truth;
    }

    /** An outside caller calls `to`; resolves to the call's ID. */
    async call(from: string, to: string): Promise<number> {
        const { callId } = JSON.parse(await this.run('call', '--from', from, '--to', to, '--json')) as { callId: number };
        return callId;
    }

    /** A device leaves a call. */
    async hangUp(callId: number, device: string): Promise<void> {
        await this.run('hangup', '--call', String(callId), '--device', device);
    }

    /** A person lifts the handset of a ringing station. */
    async answer(device: string): Promise<void> {
        await this.run('answer', '--device', device);
    }

    private run(...parameters: string[]): Promise<string> {
        return new Promise((resolve, reject) => {
            const command = ['-c', `${this.command} "$@"`, 'ctisim', ...parameters];
            execFile('/bin/sh', command, { timeout: limitMs }, (fault, output, errors) => {
                if (!fault) return resolve(output);
                const why = errors.trim() || fault.message;
                reject(new Error(`ctisim ${parameters.join(' ')} failed: ${why}`));
            });
        });
    }
}
