import { CstaError, RequestError } from '../client/index.js';
import { byId, setText } from './dom.js';

/** The line that says what went wrong, in plain words, until it is dismissed or the next action works. */
export class ProblemView {
    private readonly box = byId('problem', HTMLDivElement);
    private readonly text = byId('problem-text', HTMLSpanElement);

    constructor() {
        byId('problem-close', HTMLButtonElement).addEventListener('click', () => this.clear());
    }

    /** Says that `action` did not work, and why; what the server added for developers is in the tooltip. */
    show(action: string, fault: unknown): void {
        if (!(fault instanceof RequestError)) console.error(fault);
        const why = fault instanceof RequestError ? fault.message : 'The program has a fault; see the console.';
        this.say(`${action}: ${why}`);
        this.text.title = fault instanceof CstaError ? (fault.detail ?? '') : '';
    }

    /** Says something. */
    say(text: string): void {
        setText(this.text, text);
        this.text.title = '';
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
