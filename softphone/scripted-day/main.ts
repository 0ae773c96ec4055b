import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { CstaClient, Phone } from '../client/index.js';
import { allReady } from './all_ready.js';
import { Ctisim } from './ctisim.js';
import { playDay } from './day.js';
import { nodeSockets } from './node_socket.js';
import { Stage, StepFailed, type StepReport } from './stage.js';

const help = `Plays a day of two agents over a real gateway and compares each step with the switch.

  node scripted_day.mjs --url wss://localhost:8090/ --ctisim "<command>" [options]

  --url URL          the gateway
  --ctisim COMMAND   the switch simulator's command line, with what it needs to find the simulator
  --ca FILE          certificate to trust, PEM; default: the system's authorities
  --agent-password P password of agents 2001 and 2002; default 1234
  --step-limit S     seconds that one step may take; default 10
  --json             print one JSON object at the end instead of the transcript

Exit code: 0 all steps passed, 1 a step failed, 2 the call was wrong.`;

async function main(): Promise<number> {
    const { values } = parseArgs({
        options: {
            url: { type: 'string' },
            ca: { type: 'string' },
            ctisim: { type: 'string' },
            'agent-password': { type: 'string', default: '1234' },
            'step-limit': { type: 'string', default: '10' },
            json: { type: 'boolean', default: false },
            help: { type: 'boolean', default: false },
        },
    });
    const { url, ctisim: command, json } = values;
    if (values.help || url === undefined || command === undefined) {
        console.error(help);
        return values.help ? 0 : 2;
    }
    const ca = values.ca === undefined ? undefined : await readFile(values.ca, 'utf8');
    const stepMs = Number(values['step-limit']) * 1000;
    const clients = ['anna', 'ben'].map((user) => new CstaClient({ url, user, password: '', openSocket: nodeSockets(ca) }));
    const [a, b] = clients.map((client, index) => new Phone(client, ['4001', '4002'][index] ?? ''));
    if (!a || !b) return 2;
    const ctisim = new Ctisim(command);
    const stage = new Stage([a, b], ctisim, { stepMs, lookMs: 200 }, (report) => json || print(report));
    const began = Date.now();
    try {
        await stage.step('both softphones log in and watch their extensions', () => allReady(clients, [a, b], stepMs));
        await playDay(stage, { a, b, ctisim, agentPassword: values['agent-password'] });
        await stage.step('both softphones log out', () => Promise.all(clients.map((client) => client.stop())));
    } catch (fault) {
        if (!(fault instanceof StepFailed)) throw fault;
    } finally {
        await Promise.all(clients.map((client) => client.stop()));
    }
    return summarise(stage.reports, (Date.now() - began) / 1000, json);
}

function print({ passed, name, seconds, faults }: StepReport): void {
    console.log(`${passed ? '✓' : '✗'} ${seconds.toFixed(2).padStart(5)} s  ${name}`);
    for (const fault of faults) console.log(`             ${fault}`);
}

function summarise(reports: readonly StepReport[], seconds: number, json: boolean): number {
    const failed = reports.filter(({ passed }) => !passed).length;
    if (json) console.log(JSON.stringify({ passed: failed === 0, seconds, steps: reports }));
    else console.log(`${reports.length - failed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
}

process.exitCode = await main().catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    return 2;
});
