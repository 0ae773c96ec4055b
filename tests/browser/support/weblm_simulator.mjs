import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const password = 'browser-test';

/** Starts weblm-sim with a certificate of its own; the port is chosen by the system. */
export async function startWeblm(program) {
    const folder = mkdtempSync(join(tmpdir(), 'weblm-'));
    const file = (name) => join(folder, name);
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2',
        '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', file('key'), '-out', file('certificate')],
    { stdio: 'ignore' });
    writeFileSync(file('password'), `${password}\n`, { mode: 0o600 });
    const child = spawn(program, ['--port', '0', '--certificate', file('certificate'), '--key', file('key'),
        '--admin-password-file', file('password')], { stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = new Promise((resolve) => { child.once('exit', resolve); });
    const port = await portOf(child);
    return {
        url: `https://localhost:${port}`,
        password,
        async stop() {
            child.kill('SIGTERM');
            await ended;
            rmSync(folder, { recursive: true });
        },
    };
}

/** The port in its ready line. */
async function portOf(child) {
    for await (const line of createInterface({ input: child.stdout })) {
        const ready = /^ready: weblm-sim (.*)$/.exec(line);
        if (ready) {
            child.stdout.resume();
            return JSON.parse(ready[1]).port;
        }
    }
    throw new Error('weblm-sim ended before it was ready');
}
