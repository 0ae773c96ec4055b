import { RequestError } from '../client/index.js';
import { byId, setText } from './dom.js';

/** The line that says what went wrong, in plain words, until it is dismissed or the next action works. */
export class ProblemView {
    private readonly box = byId('problem', HTMLDivElement);
    private readonly text = byId('problem-text', HTMLSpanElement);
    private readonly detail = byId('problem-detail', HTMLElement);

    constructor() {
        byId('problem-close', HTMLButtonElement).addEventListener('click', () => this.clear());
    }

    /** Says that `action` did not work, or that nobody knows whether it did, and why. */
    show(action: string, fault: unknown): void {
        if (!(fault instanceof RequestError)) {
            console.error(fault);
            return this.say(`${action} did not work: The program has a fault; see the console.`);
        }
        this.say(`${action}${fault.uncertain ? '' : ' did not work'}: ${fault.sentence}`, fault.detail);
    }

    /** Says something; `detail` is what the server said to developers, in small print. */
    say(text: string, detail = ''): void {
        setText(this.text, text);
        setText(this.detail, detail);
        this.box.hidden = false;
    }

    clear(): void {
        this.box.hidden = true;
    }

    /** Runs an action of the person in front of the page. What was wrong before is forgotten. */
    async attempt(action: string, work: () => Promise<unknown>): Promise<boolean> {
        this.clear();
        try {
            await work();
            return true;
        } catch (fault) {
            this.show(action, fault);
            return false;
        }
    }
}
