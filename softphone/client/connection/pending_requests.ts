import { readError, DisconnectedError, ProtocolError, TimeoutError } from '../messages/errors.js';
import type { Service } from '../messages/service.js';
import type { XmlElement } from '../xml/element.js';
import type { Clock } from './clock.js';
import { unaskedId } from './frame.js';

interface Pending {
    readonly service: Service<unknown>;
    readonly cancelTimer: () => void;
    settle(outcome: { value: unknown } | { fault: unknown }): void;
    /** True after the time limit: the ID stays taken until the answer comes or the connection ends. */
    abandoned: boolean;
}

/** The requests of one connection that wait for their answers, by invoke ID. */
export class PendingRequests {
    private readonly waiting = new Map<number, Pending>();
    private lastId = unaskedId - 1;

    constructor(private readonly clock: Clock) {}

    /** Takes a free invoke ID: the next one after the last taken, wrapping from 9998 to 0. Undefined if all are taken. */
    takeId(): number | undefined {
        for (let tries = 0; tries < unaskedId; ++tries) {
            this.lastId = (this.lastId + 1) % unaskedId;
            if (!this.waiting.has(this.lastId)) return this.lastId;
        }
        return undefined;
    }

    /** Waits for the answer to `service`, at most `limitMs`. */
    expect<Answer>(invokeId: number, service: Service<Answer>, limitMs: number): Promise<Answer> {
        return new Promise<Answer>((resolve, reject) => {
            const pending: Pending = {
                service,
                abandoned: false,
                cancelTimer: this.clock.after(limitMs, () => {
                    pending.abandoned = true;
                    reject(new TimeoutError(service.name, limitMs));
                }),
                settle: (outcome) => ('value' in outcome ? resolve(outcome.value as Answer) : reject(outcome.fault)),
            };
            this.waiting.set(invokeId, pending);
        });
    }

    /** Gives an answer to the request that waits for it; false if none does. */
    answer(invokeId: number, message: XmlElement): boolean {
        const pending = this.waiting.get(invokeId);
        if (!pending) return false;
        this.waiting.delete(invokeId);
        pending.cancelTimer();
        if (!pending.abandoned) pending.settle(outcomeOf(pending.service, message));
        return true;
    }

    /** Fails everything that waits: the connection is gone. */
    failAll(): void {
        const all = [...this.waiting.values()];
        this.waiting.clear();
        for (const { service, cancelTimer, settle } of all) {
            cancelTimer();
            settle({ fault: new DisconnectedError(service.name, true) });
        }
    }
}

function outcomeOf(service: Service<unknown>, message: XmlElement): { value: unknown } | { fault: unknown } {
    const refusal = readError(service.name, message);
    if (refusal) return { fault: refusal };
    if (message.name !== service.answerName) {
        return { fault: new ProtocolError(service.name, `expected ${service.answerName}, got ${message.name}`) };
    }
    try {
        return { value: service.read(message) };
    } catch (fault) {
        return { fault: new ProtocolError(service.name, String(fault)) };
    }
}
