import type { Clock } from '../../client/connection/clock.js';

/** A clock that stands still until the test moves it. `random` always gives the same number. */
export class FakeClock implements Clock {
    private time = 0;
    private timers: { at: number; action: () => void }[] = [];

    constructor(private readonly chance = 0.5) {}

    now(): number {
        return this.time;
    }

    after(delayMs: number, action: () => void): () => void {
        const timer = { at: this.time + delayMs, action };
        this.timers.push(timer);
        return () => void (this.timers = this.timers.filter((other) => other !== timer));
    }

    random(): number {
        return this.chance;
    }

    /** Number of timers that run. */
    get running(): number {
        return this.timers.length;
    }

    /** Lets time pass; timers that fall due run in their order, and promises settle after each. */
    async advance(byMs: number): Promise<void> {
        const end = this.time + byMs;
        for (let next = this.next(end); next; next = this.next(end)) {
            this.timers = this.timers.filter((other) => other !== next);
            this.time = next.at;
            next.action();
            await settle();
        }
        this.time = end;
        await settle();
    }

    private next(end: number): { at: number; action: () => void } | undefined {
        return this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
    }
}

/** Lets all promises that can settle do so. */
export function settle(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
}
