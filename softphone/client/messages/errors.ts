import { child, textAt, type XmlElement } from '../xml/element.js';
import { sentenceFor } from './error_sentences.js';

/** Base of everything a request can fail with. `message` is a sentence that can be shown to a person. */
export class RequestError extends Error {
    constructor(
        /** Name of the failed request, such as `MakeCall`. */
        readonly request: string,
        sentence: string,
    ) {
        super(sentence);
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
        /** What the server added in its own words, for developers. */
        readonly detail?: string | undefined,
    ) {
        super(request, sentenceFor(request, category, value));
    }
}

/** The server refused to start, keep or stop a session. */
export class SessionError extends RequestError {
    override readonly name = 'SessionError';

    constructor(
        request: string,
        /** A value of ECMA-354 such as `invalidApplicationInfo`, or the server's own words. */
        readonly reason: string,
        /** What the server added in its own words, for developers. */
        readonly detail?: string | undefined,
    ) {
        super(request, sentenceFor(request, 'session', reason));
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
}

/** No answer within the request's time limit. It may still be carried out. */
export class TimeoutError extends RequestError {
    override readonly name = 'TimeoutError';

    constructor(
        request: string,
        readonly limitMs: number,
    ) {
        super(request, `The server gave no answer within ${limitMs / 1000} seconds.`);
    }
}

/** The answer is not what the protocol says; a fault of the server or of this library. */
export class ProtocolError extends RequestError {
    override readonly name = 'ProtocolError';

    constructor(
        request: string,
        readonly detail: string,
    ) {
        super(request, 'The server gave an answer that cannot be understood.');
    }
}

/** Turns a negative answer into its error; undefined if the message is not negative. */
export function readError(request: string, message: XmlElement): RequestError | undefined {
    if (message.name === 'CSTAErrorCode') return readCstaError(request, message);
    if (!message.name.endsWith('NegResponse')) return undefined;
    const code = child(message, 'errorCode');
    const reason = textAt(code, 'definedError') ?? textAt(code, 'applError') ?? 'unknown';
    return new SessionError(request, reason, findText(child(message, 'extensions')));
}

function readCstaError(request: string, message: XmlElement): CstaError {
    const reason = message.children.find((element) => element.name !== 'extensions');
    const category = (reason?.name ?? 'unspecified') as ErrorCategory;
    const detail = message.comments.join(' ') || findText(child(message, 'extensions'));
    return new CstaError(request, category, reason?.text ?? '', detail);
}

function findText(element: XmlElement | undefined): string | undefined {
    if (!element) return undefined;
    if (element.text !== '') return element.text;
    return element.children.map(findText).find((text) => text !== undefined);
}
