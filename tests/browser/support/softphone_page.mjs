import { join } from 'node:path';
import { openPage } from './browser.mjs';

/** Longest wait for anything on a page, milliseconds. */
const patience = 10_000;

/** The words on a card and the state they stand for. */
const stateOfWords = [
    [/^Ringing$/, 'alerting'],
    [/^On hold$/, 'hold'],
    [/^Dialling$/, 'initiated'],
    [/^Failed/, 'fail'],
    [/^(Talking|Calling|Connected|Waiting in a queue)/, 'connected'],
];

/** One softphone in one browser profile, as a person sees and uses it. */
export class SoftphonePage {
    constructor(page, faults, extension, artefacts) {
        Object.assign(this, { page, faults, extension, artefacts });
    }

    static async open(browser, url, { extension, artefacts, colorScheme }) {
        const { page, faults } = await openPage(browser, url, { colorScheme });
        page.setDefaultTimeout(patience);
        return new SoftphonePage(page, faults, extension, artefacts);
    }

    async logIn(user, agent) {
        await this.fill('login-extension', this.extension);
        await this.fill('login-user', user);
        if (agent) {
            await this.hook('login').locator('summary').click();
            await this.fill('login-agent-id', agent.id);
            await this.fill('login-agent-password', agent.password);
        }
        await this.press('login-submit');
    }

    /** Waits until the page says that it is in step with the switch. */
    async online() {
        await this.hook('status').filter({ hasText: /^Online$/ }).waitFor();
    }

    /** Waits until the page says that something is wrong with the connection, and returns its sentence. */
    async banner(pill) {
        await this.hook('status').filter({ hasText: pill }).waitFor();
        return this.hook('banner-text').textContent();
    }

    /** True if no button of any call can be pressed. */
    async callsAreLocked() {
        const buttons = this.hook('calls').locator('button:visible');
        return buttons.evaluateAll((found) => found.length > 0 && found.every(({ disabled }) => disabled));
    }

    /** Dials, or consults when a call is active: what Enter does. */
    async enterNumber(number) {
        await this.fill('dial-number', number);
        await this.hook('dial-number').press('Enter');
    }

    /** Holds Alt and presses a letter, as the list of keys on the page says. */
    async key(letter) {
        await this.page.keyboard.press(`Alt+${letter}`);
    }

    /** Presses a call's button; there must be exactly one of that name to be seen. */
    async pressOnCall(action) {
        await this.page.locator(`[data-testid=call-${action}]:visible`).click();
    }

    async press(testId) {
        await this.hook(testId).click();
    }

    async fill(testId, text) {
        await this.hook(testId).fill(text);
    }

    /** What the cards say: call, state in words turned into CSTA's, parties by name and state. */
    async shownCalls() {
        const cards = await this.page.getByTestId('call').evaluateAll((elements) =>
            elements.map((element) => ({
                callId: Number(element.dataset.callId),
                heading: element.querySelector('[data-testid=call-party]').textContent,
                words: element.querySelector('[data-testid=call-state]').textContent,
                parties: element.dataset.parties.split(' ').filter((party) => party !== ''),
            })),
        );
        return cards.map(({ callId, heading, words, parties }) => ({
            callId,
            heading,
            state: stateOfWords.find(([pattern]) => pattern.test(words))?.[1] ?? `"${words}"`,
            parties: parties.map((party) => ({ number: party.slice(0, party.lastIndexOf(':')), state: party.slice(party.lastIndexOf(':') + 1) })),
        }));
    }

    /** What the agent line says, with the values behind it. */
    async shownAgent() {
        return this.hook('agent-state').evaluate((element) => ({ words: element.textContent, ...element.dataset }));
    }

    async problem() {
        await this.hook('problem').waitFor();
        return this.hook('problem-text').textContent();
    }

    /** Keeps a picture of the page; returns its file. */
    async picture(name) {
        const path = join(this.artefacts, `${name}-${this.extension}.png`);
        await this.page.screenshot({ path });
        return path;
    }

    hook(testId) {
        return this.page.getByTestId(testId);
    }
}
