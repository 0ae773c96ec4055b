import type { Clock } from './clock.js';

/** What a {@link SessionKeeper} needs to be able to do. */
export interface KeeperActions {
    /** Resets the server's session timer; resolves to the granted seconds. */
    reset(): Promise<number>;
    /** The session cannot be kept. */
    lost(fault: unknown): void;
}

/**
 * Resets the session timer after each third of the granted time. As the reset has a time limit of its own, this is
 * also how a silently dead connection is found.
 */
export class SessionKeeper {
    private cancelTimer: () => void = () => undefined;
    private stopped = false;
    private asking: Promise<void> | undefined;

    constructor(
        private readonly clock: Clock,
        private grantedSeconds: number,
        private readonly actions: KeeperActions,
    ) {
        this.schedule();
    }

    /** Asks now, for example after the computer woke up. Calls while an answer is awaited share that answer. */
    check(): Promise<void> {
        this.cancelTimer();
        this.asking ??= this.ask().finally(() => (this.asking = undefined));
        return this.asking;
    }

    /** Ends all activity. */
    stop(): void {
        this.stopped = true;
        this.cancelTimer();
    }

    private schedule(): void {
        if (!this.stopped) this.cancelTimer = this.clock.after((this.grantedSeconds * 1000) / 3, () => void this.check());
    }

    private async ask(): Promise<void> {
        try {
            this.grantedSeconds = await this.actions.reset();
            this.schedule();
        } catch (fault) {
            if (!this.stopped) this.actions.lost(fault);
        }
    }
}
