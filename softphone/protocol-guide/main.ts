import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { SwitchControl } from '../random-walk/switch_control.js';
import { nodeSockets } from '../scripted-day/node_socket.js';
import { playAgents } from './agent_scenes.js';
import { playCalls } from './call_scenes.js';
import { playCallCentre, playFeatures } from './feature_scenes.js';
import { guidePage } from './guide.js';
import { playSession } from './session_scenes.js';
import { Stage } from './stage.js';

const help = `Plays every service over a real gateway and writes what was said as a page of the protocol guide.

  node protocol_guide.mjs --url wss://localhost:8090/ --control 127.0.0.1:4711 --page docs/protocol/messages.md [options]

  --url URL         the gateway
  --control ADDRESS the switch simulator's control port; it has just started, with demo.json
  --page FILE       the page
  --check           do not write: fail if the page is not what this run says
  --ca FILE         certificate to trust, PEM

Exit code: 0 done, 1 the page differs or a service did not do what it should, 2 the call was wrong.`;

async function main(): Promise<number> {
    const { values } = parseArgs({
        options: {
            url: { type: 'string' },
            control: { type: 'string' },
            page: { type: 'string' },
            ca: { type: 'string' },
            check: { type: 'boolean', default: false },
            help: { type: 'boolean', default: false },
        },
    });
    const { url, control, page } = values;
    if (values.help || url === undefined || control === undefined || page === undefined) {
        console.error(help);
        return values.help ? 0 : 2;
    }
    const ca = values.ca === undefined ? undefined : await readFile(values.ca, 'utf8');
    const stage = new Stage(url, nodeSockets(ca), await SwitchControl.open(control));
    try {
        await playSession(stage);
        await playCalls(stage);
        await playFeatures(stage);
        await playCallCentre(stage);
        await playAgents(stage);
    } finally {
        stage.close();
    }
    const text = guidePage(stage.sections);
    if (!values.check) {
        await writeFile(page, text);
        console.log(`${stage.sections.length} sections in ${page}`);
        return 0;
    }
    return compare(await readFile(page, 'utf8'), text, page);
}

function compare(committed: string, made: string, page: string): number {
    if (committed === made) {
        console.log(`${page} is what the gateway says`);
        return 0;
    }
    const [old, now] = [committed.split('\n'), made.split('\n')];
    const line = now.findIndex((text, index) => text !== old[index]);
    console.error(`${page} is not what the gateway says, from line ${line + 1}:`);
    console.error(`  page:    ${old[line] ?? '(its end)'}\n  gateway: ${now[line] ?? '(its end)'}`);
    console.error('if the change is meant, make the page anew: ./dev guide');
    return 1;
}

process.exitCode = await main().catch((fault: unknown) => {
    console.error(fault instanceof Error ? fault.message : fault);
    return 1;
});
