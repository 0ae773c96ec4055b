import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { SwitchControl } from '../random-walk/switch_control.js';
import { nodeSockets } from '../scripted-day/node_socket.js';
import { FlowStage, type Flow } from './flow.js';
import { makeCallFlows } from './make_call_flows.js';
import { mergeFlows } from './merge_flows.js';
import { routeFlows } from './route_flows.js';
import { vdnFlows } from './vdn_flows.js';

const help = `Plays the call flows of the switch's tables over a real gateway: every party must hear just what its row says.

  node call_flows.mjs --url wss://localhost:8090/ --control 127.0.0.1:4711 [options] [part of a flow's name]

  --url URL         the gateway
  --control ADDRESS the switch simulator's control port; started with flows.json
  --ca FILE         certificate to trust, PEM

Exit code: 0 all flows passed, 1 some did not, 2 the call was wrong.`;

const flows: readonly Flow[] = [...makeCallFlows, ...mergeFlows, ...vdnFlows, ...routeFlows];

async function main(): Promise<number> {
    const { values, positionals } = parseArgs({
        allowPositionals: true,
        options: {
            url: { type: 'string' },
            control: { type: 'string' },
            ca: { type: 'string' },
            help: { type: 'boolean', default: false },
        },
    });
    const { url, control } = values;
    if (values.help || url === undefined || control === undefined) {
        console.error(help);
        return values.help ? 0 : 2;
    }
    const ca = values.ca === undefined ? undefined : await readFile(values.ca, 'utf8');
    const stage = new FlowStage(url, nodeSockets(ca), await SwitchControl.open(control));
    const chosen = flows.filter(({ name }) => positionals.every((part) => name.includes(part)));
    let failed = 0;
    for (const flow of chosen) {
        const faults = await stage.differences(flow).catch((fault: unknown) => [String(fault)]);
        console.log(`${faults.length === 0 ? '✓' : '✗'} ${flow.name}`);
        for (const fault of faults) console.log(`    ${fault}`);
        if (faults.length > 0) ++failed;
    }
    stage.close();
    console.log(`# pass ${chosen.length - failed}\n# fail ${failed}`);
    return failed === 0 && chosen.length > 0 ? 0 : 1;
}

process.exitCode = await main().catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    return 1;
});
