import { CstaError, RequestError, type Phone } from '../client/index.js';
import { differences } from '../scripted-day/compare.js';
import { withDeadline } from '../scripted-day/stage.js';
import { chooseMove, type Move } from './moves.js';
import type { CallControlNumbers } from './numbers.js';
import type { Random } from './random.js';
import type { SwitchControl } from './switch_control.js';

/** What a walk came to. */
export interface WalkReport {
    readonly steps: number;
    readonly accepted: number;
    readonly refused: number;
    /** Empty if the walk held all the way; otherwise what broke at the last step. */
    readonly faults: readonly string[];
}

/** Limits of one step, milliseconds. */
export interface WalkLimits {
    readonly stepMs: number;
    /** Between two comparisons, unless a phone changes earlier. */
    readonly lookMs: number;
}

/**
 * Makes random moves. After each one the answer must be what the rules say, and every phone must come to show exactly
 * what the switch has.
 */
export class Walk {
    private steps = 0;
    private accepted = 0;
    private refused = 0;

    constructor(
        private readonly phones: readonly Phone[],
        private readonly control: SwitchControl,
        private readonly numbers: CallControlNumbers,
        private readonly random: Random,
        private readonly limits: WalkLimits,
        private readonly tell: (line: string) => void,
    ) {}

    /** Walks until `steps` moves are made or one goes wrong. */
    async run(steps: number): Promise<WalkReport> {
        let faults = await this.disagreement(Date.now() + this.limits.stepMs);
        while (faults.length === 0 && this.steps < steps) faults = await this.step();
        return { steps: this.steps, accepted: this.accepted, refused: this.refused, faults };
    }

    private async step(): Promise<readonly string[]> {
        const { random, phones, control, numbers } = this;
        const truth = await control.truth();
        const move = chooseMove({ random, truth, phones, control, numbers });
        ++this.steps;
        const deadline = Date.now() + this.limits.stepMs;
        const outcome = await this.outcome(move, deadline);
        await control.attempt({ do: 'advance', ms: 0 }); // what is due at once, such as a free agent taking a call
        this.tell(`${this.steps}  ${move.name}: ${outcome}`);
        const faults = [...this.judge(move, outcome), ...(await this.disagreement(deadline))];
        return faults.map((fault) => `step ${this.steps}, ${move.name}: ${fault}`);
    }

    private async outcome(move: Move, deadline: number): Promise<string> {
        try {
            await withDeadline(move.run(), deadline);
            ++this.accepted;
            return 'done';
        } catch (fault) {
            ++this.refused;
            if (fault instanceof CstaError) return fault.value ? `${fault.category}/${fault.value}` : fault.category;
            return fault instanceof RequestError || fault instanceof Error ? fault.message : String(fault);
        }
    }

    private judge({ reasons }: Move, outcome: string): readonly string[] {
        const expected = reasons.length === 0 ? ['done'] : reasons;
        return expected.includes(outcome) ? [] : [`came to '${outcome}', the rules say ${expected.join(' or ')}`];
    }

    /** What still differs when the time is over; nothing as soon as every phone agrees with the switch. */
    private async disagreement(deadline: number): Promise<readonly string[]> {
        for (;;) {
            const changed = this.nextChange();
            const truth = await this.control.truth();
            const found = this.phones.flatMap((phone) => differences(phone, truth));
            if (found.length === 0 || Date.now() >= deadline) {
                changed.stop();
                return found;
            }
            await changed.happened;
        }
    }

    /** Resolves when a phone changes, or when it is time to look at the switch again. */
    private nextChange(): { readonly happened: Promise<void>; stop(): void } {
        let stop = () => undefined as void;
        const happened = new Promise<void>((resolve) => {
            const stops = this.phones.map((phone) => phone.on('change', () => stop()));
            const timer = setTimeout(() => stop(), this.limits.lookMs);
            stop = () => {
                clearTimeout(timer);
                for (const end of stops) end();
                resolve();
            };
        });
        return { happened, stop: () => stop() };
    }
}
