// Runs the browser tests: node run.mjs [--url URL] [--ctisim COMMAND] [--weblm-sim PROGRAM] [--artefacts DIR] [--agent-password P]
// What is not given comes from the environment, see support/settings.mjs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { settings } from './support/settings.mjs';

const files = ['softphone.test.mjs', 'recovery.test.mjs'];
const licencePages = 'weblm.test.mjs'; // needs no softphone, but its own program
const variables = { url: 'SOFTPHONE_URL', ctisim: 'CTISIM', 'weblm-sim': 'WEBLM_SIM', artefacts: 'ARTEFACTS', 'agent-password': 'AGENT_PASSWORD' };
const options = Object.fromEntries(Object.keys(variables).map((flag) => [flag, { type: 'string' }]));

function environment() {
    const { values } = parseArgs({ options });
    const given = Object.entries(values).map(([flag, value]) => [variables[flag], value]);
    return { ...process.env, ...Object.fromEntries(given) };
}

function fileHere(name) {
    return fileURLToPath(new URL(name, import.meta.url));
}

try {
    const env = environment();
    settings(env);
    if (env.WEBLM_SIM) files.push(licencePages);
    if (!existsSync(fileHere('node_modules'))) throw new Error('packages are missing: run npm ci in tests/browser');
    // One after the other: the stories use the same telephones.
    const passed = files.map((file) => spawnSync(process.execPath, ['--test', fileHere(file)], { env, stdio: 'inherit' }).status === 0);
    process.exitCode = passed.every(Boolean) ? 0 : 1;
} catch (fault) {
    console.error(fault.message);
    process.exitCode = 2;
}
