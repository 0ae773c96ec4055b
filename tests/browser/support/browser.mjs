import { chromium } from 'playwright-core';

/** The browser of the Debian package; nothing is downloaded. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

const flags = [
    '--no-sandbox', // the tests run as root in containers
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

/** Starts a headless browser; `more` are flags of this one. */
export function startBrowser(more = []) {
    return chromium.launch({ executablePath, headless: true, args: [...flags, ...more] });
}

/**
 * Opens a page of its own profile; certificates of tests are signed by themselves.
 * Whatever the page logs as an error, or asks of another host, is collected in `faults`.
 */
export async function openPage(browser, url, { colorScheme = 'light' } = {}) {
    const context = await browser.newContext({
        ignoreHTTPSErrors: true,
        colorScheme,
        viewport: { width: 1180, height: 860 },
        reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    const faults = [];
    page.on('pageerror', (fault) => faults.push(String(fault)));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (request) => {
        if (new URL(request.url()).host !== new URL(url).host) faults.push(`asked another host: ${request.url()}`);
    });
    await page.goto(url);
    return { page, faults };
}
