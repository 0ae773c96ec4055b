import type { Phone } from '../client/index.js';
import { describeView, differences } from './compare.js';
import type { Ctisim, Truth } from './ctisim.js';

/** What a step should leave: for each extension what its phone shows, such as `connected: 4002 alerting`. */
export type Expectation = Readonly<Record<string, readonly string[]>>;

/** One line of the transcript. */
export interface StepReport {
    readonly name: string;
    readonly passed: boolean;
    readonly seconds: number;
    /** Why not, a sentence each. */
    readonly faults: readonly string[];
}

/** Times that a step may take before it counts as failed. */
export interface Limits {
    /** For action and agreement together, milliseconds. */
    readonly stepMs: number;
    /** Between two looks at the switch's truth, unless a phone changes earlier, milliseconds. */
    readonly lookMs: number;
}

/**
 * Plays steps and judges them: a step passes when its action worked, the phones show what the script expects, and
 * everything they show is what the switch has. Events take their time, so the comparison is repeated at each change
 * of a phone until it agrees or the time is over.
 */
export class Stage {
    readonly reports: StepReport[] = [];

    constructor(
        private readonly phones: readonly Phone[],
        private readonly ctisim: Ctisim,
        private readonly limits: Limits,
        private readonly tell: (report: StepReport) => void,
    ) {}

    /** Plays one step. @throws StepFailed after reporting it, as later steps build on it. */
    async step(name: string, action: () => Promise<unknown>, expected: Expectation = {}): Promise<void> {
        const began = Date.now();
        const deadline = began + this.limits.stepMs;
        const faults = await this.play(action, expected, deadline);
        const report = { name, passed: faults.length === 0, seconds: (Date.now() - began) / 1000, faults };
        this.reports.push(report);
        this.tell(report);
        if (!report.passed) throw new StepFailed(name);
    }

    private async play(action: () => Promise<unknown>, expected: Expectation, deadline: number): Promise<string[]> {
        try {
            await withDeadline(action(), deadline);
            return await this.disagreement(expected, deadline);
        } catch (fault) {
            return [fault instanceof Error ? fault.message : String(fault)];
        }
    }

    /** What still differs when the time is over; nothing as soon as all agrees. */
    private async disagreement(expected: Expectation, deadline: number): Promise<string[]> {
        for (;;) {
            const changed = this.nextChange();
            const found = this.compare(await this.ctisim.truth(), expected);
            if (found.length === 0 || Date.now() >= deadline) return found;
            await changed;
        }
    }

    private compare(truth: Truth, expected: Expectation): string[] {
        return this.phones.flatMap((phone) => {
            const shown = describeView(phone, truth);
            const wanted = [...(expected[phone.extension] ?? [])].sort();
            const asExpected = JSON.stringify(shown) === JSON.stringify(wanted);
            const surprise = `${phone.extension} shows [${shown.join('; ')}], expected [${wanted.join('; ')}]`;
            return [...differences(phone, truth), ...(asExpected ? [] : [surprise])];
        });
    }

    /** Resolves when a phone changes, or when it is time to look at the switch again. */
    private nextChange(): Promise<void> {
        return new Promise((resolve) => {
            const stops = this.phones.map((phone) => phone.on('change', () => done()));
            const timer = setTimeout(() => done(), this.limits.lookMs);
            const done = () => {
                clearTimeout(timer);
                for (const stop of stops) stop();
                resolve();
            };
        });
    }
}

/** A step did not pass; its report says why. */
export class StepFailed extends Error {
    override readonly name = 'StepFailed';
}

/** Waits for something until a moment. */
export function withDeadline<Value>(work: Promise<Value>, deadline: number): Promise<Value> {
    return new Promise((resolve, reject) => {
        const late = () => reject(new Error('not done within the time limit'));
        const timer = setTimeout(late, Math.max(0, deadline - Date.now()));
        work.finally(() => clearTimeout(timer)).then(resolve, reject);
    });
}
