// Two people at two softphones, in a real browser, through every process. After each step both pages must show what
// the switch has. Settings come from the environment, see settings.mjs; run.mjs takes them as flags too.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { agree } from './support/agreement.mjs';
import { startBrowser } from './support/browser.mjs';
import { Ctisim } from './support/ctisim.mjs';
import { settings } from './support/settings.mjs';
import { SoftphonePage } from './support/softphone_page.mjs';

const { url, command, artefacts, password } = settings(process.env);
const ctisim = new Ctisim(command);
const customer = '0301234567';
const opened = [];
let browser;

before(async () => {
    await mkdir(artefacts, { recursive: true });
    browser = await startBrowser();
});

after(async () => {
    await browser?.close();
});

async function open(extension, colorScheme = 'light') {
    const page = await SoftphonePage.open(browser, url, { extension, artefacts, colorScheme });
    opened.push(page);
    return page;
}

/** Two softphones, logged in, with nothing going on. */
async function twoPages(colorScheme) {
    const [anna, ben] = [await open('4001', colorScheme), await open('4002', colorScheme)];
    await Promise.all([anna.logIn('anna'), ben.logIn('ben')]);
    await Promise.all([anna.online(), ben.online()]);
    await agree([anna, ben], ctisim, {});
    return [anna, ben];
}

/** Plays steps as subtests; the first failure ends the story, with a picture of both pages. */
async function play(t, story, pages, steps) {
    for (const [index, [name, action, expected]] of steps.entries()) {
        const passed = await t.test(name, async () => {
            const picture = `${story}-${String(index + 1).padStart(2, '0')}-${name.replace(/[^a-z0-9]+/gi, '-')}`;
            try {
                await action();
                await agree(pages, ctisim, expected);
            } finally {
                for (const page of pages) await page.picture(picture);
            }
            return true;
        }).then(() => true, () => false);
        if (!passed) break;
    }
}

async function leave(...pages) {
    for (const page of pages) {
        await page.press('log-out');
        await page.hook('login-view').waitFor();
        assert.deepEqual(page.faults, [], `the page of ${page.extension} had faults`);
        await page.page.context().close();
    }
}

test('a call is held, consulted about and transferred', async (t) => {
    const [anna, ben] = await twoPages();
    await play(t, 'transfer', [anna, ben], [
        ['a customer calls 4001', () => ctisim.call(customer, '4001'), { 4001: ['alerting: outside connected'] }],
        ['4001 answers', () => anna.pressOnCall('answer'), { 4001: ['connected: outside connected'] }],
        ['4001 holds', () => anna.pressOnCall('hold'), { 4001: ['hold: outside connected'] }],
        ['4001 retrieves', () => anna.pressOnCall('retrieve'), { 4001: ['connected: outside connected'] }],
        [
            '4001 consults 4002',
            () => anna.enterNumber('4002'),
            { 4001: ['hold: outside connected', 'connected: 4002 alerting'], 4002: ['alerting: 4001 connected'] },
        ],
        [
            '4002 answers',
            () => ben.pressOnCall('answer'),
            { 4001: ['hold: outside connected', 'connected: 4002 connected'], 4002: ['connected: 4001 connected'] },
        ],
        [
            '4001 swaps to the customer',
            () => anna.pressOnCall('alternate'),
            { 4001: ['connected: outside connected', 'hold: 4002 connected'], 4002: ['connected: 4001 hold'] },
        ],
        ['4001 transfers', () => anna.pressOnCall('transfer'), { 4002: ['connected: outside connected'] }],
        ['4002 hangs up', () => ben.pressOnCall('hangUp'), {}],
    ]);
    await leave(anna, ben);
});

test('the same by keyboard alone, in the dark, to a conference', async (t) => {
    const [anna, ben] = await twoPages('dark');
    await play(t, 'conference', [anna, ben], [
        ['4001 dials 4002 and presses Enter', () => anna.enterNumber('4002'), { 4001: ['connected: 4002 alerting'], 4002: ['alerting: 4001 connected'] }],
        ['4002 answers with Alt A', () => ben.key('a'), { 4001: ['connected: 4002 connected'], 4002: ['connected: 4001 connected'] }],
        ['4002 holds with Alt H', () => ben.key('h'), { 4001: ['connected: 4002 hold'], 4002: ['hold: 4001 connected'] }],
        ['4002 retrieves with Alt H', () => ben.key('h'), { 4001: ['connected: 4002 connected'], 4002: ['connected: 4001 connected'] }],
        [
            '4002 consults 4003 with Enter',
            () => ben.enterNumber('4003'),
            { 4001: ['connected: 4002 hold'], 4002: ['hold: 4001 connected', 'connected: 4003 alerting'] },
        ],
        [
            'somebody lifts the handset of 4003',
            () => ctisim.answer('4003'),
            { 4001: ['connected: 4002 hold'], 4002: ['hold: 4001 connected', 'connected: 4003 connected'] },
        ],
        [
            '4002 joins all three with Alt J',
            () => ben.key('j'),
            { 4001: ['connected: 4002 connected, 4003 connected'], 4002: ['connected: 4001 connected, 4003 connected'] },
        ],
        ['4002 leaves with Alt X', () => ben.key('x'), { 4001: ['connected: 4003 connected'] }],
        ['4001 hangs up with Alt X', () => anna.key('x'), {}],
    ]);
    await leave(anna, ben);
});

test('an agent logs in, is ready, pauses with a reason and logs out', async (t) => {
    const anna = await open('4001');
    await anna.logIn('anna', { id: '2001', password });
    await anna.online();
    const agent = async (state, extra = {}) => {
        const truth = await agree([anna], ctisim, {});
        const found = truth.agents.find(({ extension }) => extension === '4001');
        assert.equal(found?.state, state);
        for (const [key, value] of Object.entries(extra)) assert.equal(found[key], value);
    };
    const waitFor = (state) => anna.page.locator(`[data-testid=agent-state][data-state=${state}]`).waitFor();
    await t.test('logged in by the log-in form', async () => {
        await waitFor('agentNotReady');
        await agent('notReady');
    });
    await t.test('ready, auto-in', async () => {
        await anna.press('agent-auto');
        await waitFor('agentReady');
        await agent('ready', { workMode: 'autoIn' });
        await anna.picture('agent-ready');
    });
    await t.test('not ready, reason 7', async () => {
        await anna.fill('agent-reason', '7');
        await anna.press('agent-not-ready');
        await waitFor('agentNotReady');
        await agent('notReady', { reasonCode: 7 });
        await anna.picture('agent-not-ready');
    });
    await t.test('after-call work', async () => {
        await anna.press('agent-after-call');
        await waitFor('agentWorkingAfterCall');
        await agent('workingAfterCall');
    });
    await t.test('logged out', async () => {
        await anna.press('agent-logout');
        await waitFor('agentNull');
        await agent(undefined);
    });
    await leave(anna);
});

test('an extension that does not exist is said in plain words', async () => {
    const nobody = await open('4999');
    await nobody.logIn('carl');
    assert.match(await nobody.problem(), /^Extension 4999: .+\.$/);
    await nobody.hook('login-view').waitFor();
    await nobody.picture('refused');
    await nobody.page.context().close();
});

test('every message can be opened and read', async () => {
    const [anna, ben] = await twoPages();
    await anna.enterNumber('4002');
    await agree([anna, ben], ctisim, { 4001: ['connected: 4002 alerting'], 4002: ['alerting: 4001 connected'] });
    const entry = ben.page.locator('[data-testid=log-entry][data-name=DeliveredEvent]').first();
    await entry.locator('summary').click();
    assert.match(await entry.getByTestId('log-xml').textContent(), /<alertingDevice>/);
    await ben.picture('messages');
    await anna.key('x');
    await agree([anna, ben], ctisim, {});
    await leave(anna, ben);
});
