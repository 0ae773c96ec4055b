// The pages of the licence server's simulator: log in, install a licence, read the capacity table, uninstall.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openPage, startBrowser } from './support/browser.mjs';
import { settings } from './support/settings.mjs';
import { startWeblm } from './support/weblm_simulator.mjs';

const { artefacts, weblmSim } = settings(process.env, { softphone: false });
const licence = `<?xml version="1.0"?>
<WebLMLicence xmlns="urn:ctiengine:weblm-licence:1" version="1">
  <Product name="CTI_Engine" display="Browser test" release="4.5" sid="77" type="SLF"/>
  <Host id="08-00-27-08-BC-E4"/>
  <Feature keyword="FEAT_AESO_BASE" name="AESO Base" expires="2040-01-01"/>
  <Feature keyword="VALUE_AESO_OPEN_USERS" name="Users &lt;b&gt;" count="12" used="3" expires="permanent"/>
</WebLMLicence>`;

let browser;
let simulator;

before(async () => {
    mkdirSync(artefacts, { recursive: true });
    simulator = await startWeblm(weblmSim);
    browser = await startBrowser();
});
after(async () => {
    await browser?.close();
    await simulator?.stop();
});

/** A page behind the log-in; everything is done by keyboard. */
async function loggedIn(colorScheme) {
    const { page, faults } = await openPage(browser, `${simulator.url}/WebLM/LicenseServer`, { colorScheme });
    await page.locator('#user:focus').waitFor(); // the page sets the focus itself, a moment after it is loaded
    await page.keyboard.type('admin');
    await page.keyboard.press('Tab');
    await page.keyboard.type(simulator.password);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/WebLM/home');
    return { page, faults };
}

function picture(page, name) {
    return page.screenshot({ path: join(artefacts, `weblm-${name}.png`), fullPage: true });
}

/** The texts of the capacity table, row by row. */
function capacity(page) {
    return page.$$eval('#capacity tbody tr', (rows) =>
        rows.map((row) => [...row.cells].map((cell) => cell.innerText.replace(/\s+/g, ' ').trim())));
}

test('a file that is no licence is refused with the reason', async () => {
    const { page } = await loggedIn('dark');
    await page.goto(`${simulator.url}/WebLM/install`);
    const buffer = Buffer.from('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>');
    await page.getByLabel('Licence file').setInputFiles({ name: 'x.xml', mimeType: 'text/xml', buffer });
    await page.getByRole('button', { name: 'Install' }).click();
    assert.match(await page.getByRole('alert').innerText(), /not installed: .*document types/);
    await picture(page, 'refused');
});

test('pages fit a narrow window', async () => {
    const { page } = await loggedIn('dark');
    await page.setViewportSize({ width: 400, height: 800 });
    for (const name of ['home', 'install', 'products', 'product', 'uninstall']) {
        await page.goto(`${simulator.url}/WebLM/${name}`);
        const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        assert.ok(wide <= room, `${name} is ${wide} wide`);
        if (name === 'product') await picture(page, 'narrow');
    }
});

test('an administrator installs a licence, reads its capacity and uninstalls it', async () => {
    const { page, faults } = await loggedIn('light');

    await page.getByRole('link', { name: 'Install licence', exact: true }).click();
    await page.getByLabel('Licence file').setInputFiles({ name: 'license.xml', mimeType: 'text/xml', buffer: Buffer.from(licence) });
    await picture(page, 'install');
    await page.getByRole('button', { name: 'Install' }).click();
    await page.waitForURL('**/WebLM/product');
    assert.equal(await page.getByRole('status').innerText(), 'The licence of Browser test was installed.');
    assert.deepEqual(await page.$$eval('#capacity thead th', (cells) => cells.map((cell) => cell.innerText)),
        ['Feature (licence keyword)', 'Expiration date', 'Licensed capacity', 'Currently used']);
    assert.deepEqual(await capacity(page), [
        ['AESO Base (FEAT_AESO_BASE)', '2040-01-01', 'on', 'Not counted'],
        ['Users <b> (VALUE_AESO_OPEN_USERS)', 'permanent', '12', '3'],
    ]);
    await picture(page, 'capacity');

    await page.getByRole('link', { name: 'Uninstall licence' }).click();
    await page.getByRole('button', { name: 'Uninstall licence' }).click();
    assert.match(page.url(), /uninstall$/, 'the browser asks for the confirmation first');
    await page.getByLabel('Yes, remove this licence').check();
    await page.getByRole('button', { name: 'Uninstall licence' }).click();
    await page.waitForURL('**/WebLM/products');
    assert.equal(await page.getByRole('status').innerText(), 'The licence was uninstalled.');
    assert.match(await page.getByRole('main').innerText(), /No licence is installed/);

    await page.getByRole('button', { name: 'Log out' }).click();
    await page.waitForURL('**/WebLM/');
    await page.goto(`${simulator.url}/WebLM/home`);
    assert.match(page.url(), /WebLM\/$/, 'logged out');
    assert.deepEqual(faults, []);
});
