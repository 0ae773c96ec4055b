import type { EventId } from '../messages/events.js';
import type { StartedSession } from '../messages/session.js';

/** A session to go on with, and the last event that was seen of it. */
export interface Resumable {
    readonly sessionId: string;
    readonly position: EventId;
}

/**
 * What a client needs to know of its session to take it up again over a new connection: nothing if the server does
 * not number events.
 */
export class SessionMemory {
    private sessionId: string | undefined;
    private position: EventId | undefined;

    get resumable(): Resumable | undefined {
        const { sessionId, position } = this;
        return sessionId !== undefined && position !== undefined ? { sessionId, position } : undefined;
    }

    /** A session began, or goes on. */
    began(session: StartedSession): void {
        this.sessionId = session.sessionId;
        this.position = session.resume?.position;
    }

    saw(event: EventId | undefined): void {
        if (event) this.position = event;
    }

    /** The session is over. */
    forget(): void {
        this.sessionId = this.position = undefined;
    }
}
