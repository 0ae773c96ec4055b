/** How long to wait between attempts to connect. */
export interface BackOff {
    /** Upper bound of the first wait, milliseconds. */
    readonly firstMs: number;
    /** Upper bound of every wait, milliseconds. */
    readonly capMs: number;
}

/**
 * Wait before attempt number `attempt` (0 is the first): anything from 0 to an upper bound that doubles with each
 * attempt. The full spread keeps thousands of clients of a restarted server from coming back at the same moment.
 */
export function backOffDelay({ firstMs, capMs }: BackOff, attempt: number, random: () => number): number {
    const bound = Math.min(capMs, firstMs * 2 ** Math.min(attempt, 30));
    return Math.floor(random() * bound);
}
