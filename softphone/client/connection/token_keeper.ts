import type { Clock } from './clock.js';

/** Proves the user anew; resolves to the seconds until that expires, undefined if it never does. */
export type Renew = () => Promise<number | undefined>;

const longestLeadMs = 60_000;
const retryMs = 5_000;

/**
 * Shows the server a fresh token before the old one expires: a minute before, or after two thirds of a shorter time.
 * A failed attempt is repeated until the old token is over; then the server ends the connection.
 */
export class TokenKeeper {
    private cancelTimer: () => void = () => undefined;
    private stopped = false;
    private expiresAt = 0;

    constructor(
        private readonly clock: Clock,
        private readonly renew: Renew,
    ) {}

    /** What was proven just now expires in so many seconds. */
    expiresIn(seconds: number | undefined): void {
        this.cancelTimer();
        if (seconds === undefined || this.stopped) return;
        const leftMs = seconds * 1000;
        this.expiresAt = this.clock.now() + leftMs;
        this.schedule(leftMs - Math.min(longestLeadMs, leftMs / 3));
    }

    /** Ends all activity. */
    stop(): void {
        this.stopped = true;
        this.cancelTimer();
    }

    private schedule(delayMs: number): void {
        this.cancelTimer = this.clock.after(delayMs, () => void this.attempt());
    }

    private async attempt(): Promise<void> {
        try {
            this.expiresIn(await this.renew());
        } catch {
            if (!this.stopped && this.clock.now() + retryMs < this.expiresAt) this.schedule(retryMs);
        }
    }
}
