import type { XmlElement } from '../xml/element.js';
import { el, writeXml, type XmlNode } from '../xml/write.js';
import { namespaces } from './namespaces.js';

/**
 * One request, ready to be sent, together with the knowledge of how its answer reads. Services are plain values made
 * by functions such as `makeCall(...)` and carried out by `CstaClient.send`.
 */
export interface Service<Answer> {
    /** Local name of the request's root element, for messages to people. */
    readonly name: string;
    /** Root element name of the positive answer. */
    readonly answerName: string;
    /** Writes the request; `commandId` makes it safe to repeat (see {@link ServiceOptions}). */
    write(options: ServiceOptions): string;
    /** Turns the positive answer into its typed form. Runs as the answer arrives, before any later event. */
    read(answer: XmlElement): Answer;
}

/** What may accompany any request. */
export interface ServiceOptions {
    /**
     * 1 to 64 characters. A gateway that knows the ID runs the request once and gives the same answer to repetitions
     * by the same user within two minutes, also over a new connection.
     */
    readonly commandId?: string;
}

/** The parts from which {@link service} makes a request. */
export interface ServiceParts<Answer> {
    readonly name: string;
    /** Children in schema order, without `extensions`. */
    readonly body: readonly (XmlNode | undefined)[];
    /** An element for `extensions/privateData/private`, if the request needs one. */
    readonly privateData?: XmlNode | undefined;
    /** An element of this engine's own, named in docs/protocol/ctiengine-1.xsd; beside `privateData`. */
    readonly ownData?: XmlNode | undefined;
    readonly read: (answer: XmlElement) => Answer;
    /** Default: the ECMA-323 namespace. */
    readonly namespace?: string;
}

/** Makes a service from its parts; the answer's name is the request's name with `Response` behind it. */
export function service<Answer>(parts: ServiceParts<Answer>): Service<Answer> {
    return {
        name: parts.name,
        answerName: `${parts.name}Response`,
        read: parts.read,
        write: (options) => {
            const xmlns = parts.namespace ?? namespaces.csta;
            return writeXml(el(parts.name, { xmlns }, ...parts.body, extensions(parts, options)));
        },
    };
}

/** For services whose positive answer says nothing but yes. */
export function acknowledged(): void {}

/** Makes an element in the Avaya namespace; its children inherit the namespace. */
export function avaya(name: string, ...children: (XmlNode | undefined)[]): XmlNode {
    return el(name, { xmlns: namespaces.avaya }, ...children);
}

function extensions({ privateData, ownData }: Pick<ServiceParts<unknown>, 'privateData' | 'ownData'>, { commandId }: ServiceOptions): XmlNode | undefined {
    if (commandId !== undefined && (commandId.length < 1 || commandId.length > 64)) {
        throw new RangeError('commandId must have 1 to 64 characters');
    }
    const command = commandId === undefined ? undefined : el('CommandId', { xmlns: namespaces.ctiengine }, commandId);
    const own = ownData && { ...ownData, attributes: { xmlns: namespaces.ctiengine, ...ownData.attributes } };
    if (!privateData && !own && !command) return undefined;
    return el('extensions', el('privateData', el('private', privateData, own, command)));
}
