import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { CstaClient, Phone } from '../client/index.js';
import { allReady } from '../scripted-day/all_ready.js';
import { nodeSockets } from '../scripted-day/node_socket.js';
import { readNumbers } from './numbers.js';
import { Random } from './random.js';
import { SwitchControl } from './switch_control.js';
import { Walk } from './walk.js';

const help = `Walks at random over a real gateway: legal and illegal requests on every station of the plan. After each step
every phone must show what the switch has, and a refusal must be the right one.

  node random_walk.mjs --url wss://localhost:8090/ --control 127.0.0.1:4711 --plan walk.json [options]

  --url URL         the gateway
  --control ADDRESS the switch simulator's control port
  --plan FILE       the plan that the simulator was started with
  --ca FILE         certificate to trust, PEM; default: the system's authorities
  --steps N         default 2000
  --seed N          repeats the walk of that seed, on a simulator that has just started; default: a new one
  --step-limit S    seconds that one step may take; default 10
  --verbose         print every step
  --json            print one JSON object at the end

Exit code: 0 the walk held, 1 it broke, 2 the call was wrong.`;

async function main(): Promise<number> {
    const { values } = parseArgs({
        options: {
            url: { type: 'string' },
            control: { type: 'string' },
            plan: { type: 'string' },
            ca: { type: 'string' },
            steps: { type: 'string', default: '2000' },
            seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 32)) },
            'step-limit': { type: 'string', default: '10' },
            verbose: { type: 'boolean', default: false },
            json: { type: 'boolean', default: false },
            help: { type: 'boolean', default: false },
        },
    });
    const { url, control: address, plan } = values;
    if (values.help || url === undefined || address === undefined || plan === undefined) {
        console.error(help);
        return values.help ? 0 : 2;
    }
    const [seed, steps, stepMs] = [Number(values.seed), Number(values.steps), Number(values['step-limit']) * 1000];
    if (![seed, steps, stepMs].every((value) => Number.isInteger(value) && value >= 0)) {
        console.error('--seed, --steps and --step-limit are whole numbers');
        return 2;
    }
    const ca = values.ca === undefined ? undefined : await readFile(values.ca, 'utf8');
    const numbers = await readNumbers(plan);
    const control = await SwitchControl.open(address);
    const clients = numbers.stations.map(
        (station) => new CstaClient({ url, user: `walker ${station}`, password: '', openSocket: nodeSockets(ca) }),
    );
    const phones = clients.map((client, index) => new Phone(client, numbers.stations[index] ?? ''));
    if (!values.json) console.log(`seed ${seed}, ${phones.length} stations, ${numbers.agents.length} agents`);
    const trail: string[] = [];
    const tell = (line: string) => (values.verbose ? console.log(line) : void trail.push(line));
    const began = Date.now();
    try {
        await allReady(clients, phones, 30_000);
        const limits = { stepMs, lookMs: 100 };
        const report = await new Walk(phones, control, numbers, new Random(seed), limits, tell).run(steps);
        const seconds = (Date.now() - began) / 1000;
        if (values.json) console.log(JSON.stringify({ seed, seconds, ...report }));
        else {
            for (const line of report.faults.length > 0 ? trail.slice(-25) : []) console.log(line);
            for (const fault of report.faults) console.log(`✗ ${fault}`);
            console.log(`${report.steps} steps in ${seconds.toFixed(1)} s: ${report.accepted} accepted, ${report.refused} refused`);
            console.log(report.faults.length === 0 ? '1 passed, 0 failed' : `0 passed, 1 failed; repeat it with --seed ${seed}`);
        }
        return report.faults.length === 0 ? 0 : 1;
    } finally {
        await Promise.all(clients.map((client) => client.stop()));
        control.close();
    }
}

process.exitCode = await main().catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    return 2;
});
