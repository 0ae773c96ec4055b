/** Time and chance, injected so that tests decide both. */
export interface Clock {
    /** Milliseconds since some fixed moment. */
    now(): number;
    /** Runs `action` once after `delayMs`; call the result to cancel. */
    after(delayMs: number, action: () => void): () => void;
    /** A number from 0 up to, but not including, 1. */
    random(): number;
}

/** The real thing. */
export const systemClock: Clock = {
    now: () => Date.now(),
    after: (delayMs, action) => {
        const timer = setTimeout(action, delayMs);
        return () => clearTimeout(timer);
    },
    random: () => Math.random(),
};
