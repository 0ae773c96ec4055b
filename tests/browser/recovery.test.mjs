// What two people see when a part of the chain goes away in the middle of their call: the truth, or that the page does
// not know it. Nobody reloads a page here.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { agree } from './support/agreement.mjs';
import { startBrowser } from './support/browser.mjs';
import { BreakableNetwork } from './support/breakable_network.mjs';
import { Ctisim } from './support/ctisim.mjs';
import { settings } from './support/settings.mjs';
import { SoftphonePage } from './support/softphone_page.mjs';

const { url, command, artefacts } = settings(process.env);
const ctisim = new Ctisim(command);
const talking = { 4001: ['connected: 4002 connected'], 4002: ['connected: 4001 connected'] };
let browser;
let network;

before(async () => {
    await mkdir(artefacts, { recursive: true });
    network = await BreakableNetwork.to(url);
    // The page keeps the gateway's own address, which is what its origin is checked by; only the way there is another.
    browser = await startBrowser([`--host-resolver-rules=MAP ${new URL(url).host} ${new URL(network.url).host}`]);
});

after(async () => {
    await browser?.close();
    await network?.close();
});

/** Two softphones, logged in, whose people talk to each other. */
async function twoTalking() {
    const pages = [];
    for (const [extension, user] of [['4001', 'anna'], ['4002', 'ben']]) {
        const page = await SoftphonePage.open(browser, url, { extension, artefacts });
        await page.logIn(user);
        await page.online();
        pages.push(page);
    }
    const [anna, ben] = pages;
    await anna.enterNumber('4002');
    await ben.pressOnCall('answer');
    await agree(pages, ctisim, talking);
    return pages;
}

async function leave(...pages) {
    for (const page of pages) {
        await page.press('log-out');
        await page.hook('login-view').waitFor();
        const faults = page.faults.filter((fault) => !/^WebSocket connection to .* failed/.test(fault));
        assert.deepEqual(faults, [], `the page of ${page.extension} had faults`);
        await page.page.context().close();
    }
}

/** Both pages say what is wrong, still show the call, and let nobody do anything with it. */
async function knowThatTheyDoNotKnow(pages, pill, sentence, name) {
    for (const page of pages) {
        assert.match(await page.banner(pill), sentence);
        assert.ok(await page.callsAreLocked(), `${page.extension} lets calls be changed`);
        assert.equal((await page.shownCalls()).length, 1);
        await page.picture(name);
    }
}

async function backAgain(pages, expected) {
    for (const page of pages) await page.online();
    return agree(pages, ctisim, expected);
}

test('the link to the switch goes down in mid-call and comes back', async (t) => {
    const [anna, ben] = await twoTalking();
    t.after(() => ctisim.link('up'));
    await ctisim.link('down');
    await knowThatTheyDoNotKnow([anna, ben], /^No link to the switch$/, /^There is no link to the switch/, 'link-down');
    await ctisim.link('up');
    await backAgain([anna, ben], talking);
    await anna.pressOnCall('hold');
    await agree([anna, ben], ctisim, { 4001: ['hold: 4002 connected'], 4002: ['connected: 4001 hold'] });
    await anna.pressOnCall('hangUp');
    await agree([anna, ben], ctisim, {});
    await leave(anna, ben);
});

test('the network breaks in mid-call, and the call goes on', async () => {
    const [anna, ben] = await twoTalking();
    network.break();
    await knowThatTheyDoNotKnow([anna, ben], /^(Disconnected|Connecting)$/, /server/, 'network-down');
    network.mend();
    await backAgain([anna, ben], talking);
    await ben.pressOnCall('hangUp');
    await agree([anna, ben], ctisim, {});
    await leave(anna, ben);
});

test('a call ends and another one comes while the network is broken', async () => {
    const [anna, ben] = await twoTalking();
    const [{ callId }] = (await ctisim.truth()).calls;
    network.break();
    await knowThatTheyDoNotKnow([anna, ben], /^(Disconnected|Connecting)$/, /server/, 'network-down-too');
    await ctisim.hangUp(callId, '4002');
    await ctisim.call('0301234567', '4002');
    network.mend();
    const { calls } = await backAgain([anna, ben], { 4002: ['alerting: outside connected'] });
    assert.match(await anna.problem(), /^A call with 4002 ended while /);
    await ben.picture('network-back');
    await ctisim.hangUp(calls[0].callId, calls[0].connections.find(({ kind }) => kind === 'trunk').device);
    await agree([anna, ben], ctisim, {});
    await leave(anna, ben);
});
