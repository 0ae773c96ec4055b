import { child, textAt, type XmlElement } from '../xml/element.js';
import { sentenceFor } from './error_sentences.js';

/**
 * Base of everything a request can fail with. `message` is `sentence` with what the server added in its own words:
 * show `sentence` to a telephone user and `message` to a developer.
 */
export class RequestError extends Error {
    constructor(
        /** Name of the failed request, such as `MakeCall`. */
        readonly request: string,
        /** Why, in plain words. */
        readonly sentence: string,
        /** What the server added in its own words, for developers. */
        readonly detail?: string | undefined,
    ) {
        super(detail ? `${sentence.replace(/\.$/, '')} (${detail}).` : sentence);
    }

    /** True if the request left and nobody knows what became of it: it may have been carried out, or still be. */
    get uncertain(): boolean {
        return false;
    }
}

/** The categories of CSTAErrorCode (misspelling of the standard kept). */
export type ErrorCategory =
    | 'operation'
    | 'stateIncompatibility'
    | 'systemResourceAvailibility'
    | 'subscribedResourceAvailability'
    | 'performanceManagement'
    | 'security'
    | 'privateData'
    | 'privateErrorCode'
    | 'unspecified';

/** The server or the switch refused a request with CSTAErrorCode. */
export class CstaError extends RequestError {
    override readonly name = 'CstaError';

    constructor(
        request: string,
        readonly category: ErrorCategory,
        /** Value within the category, such as `invalidDeviceID`; empty for `unspecified`. */
        readonly value: string,
        detail?: string | undefined,
    ) {
        super(request, sentenceFor(request, category, value), detail);
    }
}

/** The server refused to start, keep or stop a session. */
export class SessionError extends RequestError {
    override readonly name = 'SessionError';

    constructor(
        request: string,
        /** A value of ECMA-354 such as `invalidApplicationInfo`, or the server's own words. */
        readonly reason: string,
        detail?: string | undefined,
    ) {
        super(request, sentenceFor(request, 'session', reason), detail);
    }
}

/** There is no connection, or it broke before the answer came. */
export class DisconnectedError extends RequestError {
    override readonly name = 'DisconnectedError';

    constructor(
        request: string,
        /** True if the request had left: then it may have been carried out. */
        readonly sent: boolean,
    ) {
        super(
            request,
            sent
                ? 'The connection broke before the answer came; the request may have been carried out.'
                : 'There is no connection to the server at the moment.',
        );
    }

    override get uncertain(): boolean {
        return this.sent;
    }
}

/** No answer within the request's time limit. It may still be carried out. */
export class TimeoutError extends RequestError {
    override readonly name = 'TimeoutError';

    constructor(
        request: string,
        readonly limitMs: number,
    ) {
        super(request, `The server gave no answer within ${limitMs / 1000} seconds; the request may still be carried out.`);
    }

    override get uncertain(): boolean {
        return true;
    }
}

/** The answer is not what the protocol says; a fault of the server or of this library. */
export class ProtocolError extends RequestError {
    override readonly name = 'ProtocolError';

    constructor(
        request: string,
        override readonly detail: string,
    ) {
        super(request, 'The server gave an answer that cannot be understood.', detail);
    }
}

/** Turns a negative answer into its error; undefined if the message is not negative. */
export function readError(request: string, message: XmlElement): RequestError | undefined {
    if (message.name === 'CSTAErrorCode') return readCstaError(request, message);
    if (!message.name.endsWith('NegResponse')) return undefined;
    const code = child(message, 'errorCode');
    const reason = textAt(code, 'definedError') ?? textAt(code, 'applError') ?? 'unknown';
    return new SessionError(request, reason, serverWords(message));
}

function readCstaError(request: string, message: XmlElement): CstaError {
    const reason = message.children.find((element) => element.name !== 'extensions');
    const category = (reason?.name ?? 'unspecified') as ErrorCategory;
    return new CstaError(request, category, reason?.text ?? '', serverWords(message));
}

/** CSTAErrorCode has no place for words, so they stand in a comment; answers of ECMA-354 have extensions. */
function serverWords(message: XmlElement): string | undefined {
    return message.comments.join(' ') || findText(child(message, 'extensions'));
}

function findText(element: XmlElement | undefined): string | undefined {
    if (!element) return undefined;
    if (element.text !== '') return element.text;
    return element.children.map(findText).find((text) => text !== undefined);
}
