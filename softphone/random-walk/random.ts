/** Random numbers that the same seed gives again (mulberry32). */
export class Random {
    private state: number;

    /** `seed` is taken modulo 2^32. */
    constructor(seed: number) {
        this.state = seed >>> 0;
    }

    /** A whole number from 0 to `limit` - 1. */
    below(limit: number): number {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let mixed = this.state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
    }

    /** True once in `times` times. */
    oneIn(times: number): boolean {
        return this.below(times) === 0;
    }

    /** One of the choices. */
    pick<Choice>(choices: readonly Choice[]): Choice {
        const choice = choices[this.below(choices.length)];
        if (choice === undefined) throw new RangeError('there is nothing to choose from');
        return choice;
    }
}
