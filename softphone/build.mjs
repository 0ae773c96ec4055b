// Builds the softphone. Without arguments: the page into dist/, the programs into build/. With --tests: the tests.
// With --fake: the stand-in gateway.
import { build } from 'esbuild';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(dirname(fileURLToPath(import.meta.url)));

const forNode = {
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
};

/** The page needs nothing from other hosts, and no script or style stands in the HTML: its policy is 'self' alone. */
async function buildPage() {
    await rm('dist', { recursive: true, force: true });
    await mkdir('dist');
    await build({
        entryPoints: { softphone: 'page/main.ts' },
        outdir: 'dist',
        bundle: true,
        format: 'esm',
        target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
        minify: true,
        sourcemap: true,
        logLevel: 'warning',
    });
    for (const file of ['index.html', 'softphone.css', 'icon.svg']) await cp(join('page', file), join('dist', file));
}

async function buildPrograms() {
    const entryPoints = { scripted_day: 'scripted-day/main.ts', random_walk: 'random-walk/main.ts', protocol_guide: 'protocol-guide/main.ts', call_flows: 'call-flows/main.ts' };
    await build({ ...forNode, entryPoints, outdir: 'build' });
}

async function buildTests() {
    const names = (await readdir('test')).filter((name) => name.endsWith('.test.ts'));
    await rm('build/tests', { recursive: true, force: true });
    const entryPoints = names.map((name) => join('test', name));
    await build({ ...forNode, entryPoints, outdir: 'build/tests' });
}

/** The stand-in gateway of test/fake_gateway, for looking at the page without the C++ part. */
async function buildFake() {
    const entryPoints = { fake_gateway: 'test/fake_gateway/server.ts', fake_ctisim: 'test/fake_gateway/ctisim.ts' };
    await build({ ...forNode, entryPoints, outdir: 'build' });
}

if (process.argv.includes('--fake')) {
    await buildFake();
} else if (process.argv.includes('--tests')) {
    await buildTests();
} else {
    await buildPage();
    await buildPrograms();
}
