import { execFile } from 'node:child_process';

/** The switch simulator's command line; `command` may have arguments of its own. */
export class Ctisim {
    constructor(command) {
        this.command = command;
    }

    /** Everything the switch knows. */
    async truth() {
        return JSON.parse(await this.run('truth', '--json'));
    }

    /** An outside caller calls a station. */
    async call(from, to) {
        return JSON.parse(await this.run('call', '--from', from, '--to', to, '--json')).callId;
    }

    /** A person lifts the handset of a ringing station. */
    async answer(device) {
        await this.run('answer', '--device', device);
    }

    /** A device leaves a call. */
    async hangUp(callId, device) {
        await this.run('hangup', '--call', String(callId), '--device', device);
    }

    /** The link between the switch and the servers before it goes "down" or comes "up". */
    async link(state) {
        await this.run('link', state);
    }

    run(...parameters) {
        return new Promise((resolve, reject) => {
            const command = ['-c', `${this.command} "$@"`, 'ctisim', ...parameters];
            execFile('/bin/sh', command, { timeout: 10_000 }, (fault, output, errors) => {
                if (fault) reject(new Error(`ctisim ${parameters.join(' ')} failed: ${errors.trim() || fault.message}`));
                else resolve(output);
            });
        });
    }
}
