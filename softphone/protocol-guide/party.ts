import { readFrame, subprotocol, unaskedId, writeFrame } from '../client/connection/frame.js';
import { startApplicationSession } from '../client/messages/session.js';
import { parseXml, snapshotDevice, type OpenSocket, type Service, type XmlElement } from '../client/index.js';

/** One message of an example: who, which way, and its text. */
export interface Message {
    readonly who: string;
    readonly direction: 'sent' | 'received';
    readonly invokeId: string;
    readonly xml: string;
}

const limitMs = 10_000;

/**
 * One connection that shows everything it says and hears. It keeps no session alive and knows no phones: an example
 * shows messages, not a library.
 */
export class Party {
    private nextId = 1;
    private readonly answers = new Map<number, (answer: XmlElement) => void>();
    private readonly unasked: XmlElement[] = [];
    private wake: () => void = () => undefined;

    private constructor(
        readonly name: string,
        private readonly socket: ReturnType<OpenSocket>,
        private readonly show: (message: Message) => void,
    ) {
        socket.onmessage = ({ data }) => this.received(String(data));
    }

    /** Opens a connection; nothing is sent on it yet. */
    static async connect(name: string, url: string, openSocket: OpenSocket, show: (message: Message) => void): Promise<Party> {
        const socket = openSocket(url, [subprotocol]);
        await new Promise<void>((resolve, reject) => {
            socket.onopen = () => resolve();
            socket.onclose = ({ reason }) => reject(new Error(`no connection to ${url}: ${reason}`));
        });
        socket.onclose = null;
        return new Party(name, socket, show);
    }

    /** Logs in. */
    async logIn(): Promise<string> {
        const request = { applicationId: 'guide', user: this.name, password: 'secret', cleanupDelay: 60, duration: 180, numbered: false };
        const { answer } = await this.ask(startApplicationSession(request).write({}));
        return answer.children.find(({ name }) => name === 'sessionID')?.text ?? '';
    }

    /** Sends a typed request; its positive answer as the library reads it. */
    async does<Answer>(service: Service<Answer>): Promise<Answer> {
        const { answer } = await this.ask(service.write({}));
        if (answer.name !== service.answerName) throw new Error(`${this.name}: ${service.name} came to ${answer.name}`);
        return service.read(answer);
    }

    /** Sends any text; whatever comes back. */
    async ask(xml: string): Promise<{ readonly answer: XmlElement }> {
        const invokeId = this.nextId++;
        const answered = new Promise<XmlElement>((resolve) => this.answers.set(invokeId, resolve));
        this.show({ who: this.name, direction: 'sent', invokeId: frameId(invokeId), xml });
        this.socket.send(writeFrame({ invokeId, xml }));
        return { answer: await this.within(answered, xml) };
    }

    /** Sends a message that has no positive answer, such as RouteSelect. */
    tells(xml: string): void {
        const invokeId = this.nextId++;
        this.show({ who: this.name, direction: 'sent', invokeId: frameId(invokeId), xml });
        this.socket.send(writeFrame({ invokeId, xml }));
    }

    /** Waits for an unasked message of that name, the oldest that was not waited for yet. */
    async hears(name: string): Promise<XmlElement> {
        for (;;) {
            const index = this.unasked.findIndex((message) => message.name === name);
            const [found] = index < 0 ? [] : this.unasked.splice(index, 1);
            if (found) return found;
            await this.within(new Promise<void>((resolve) => (this.wake = resolve)), name);
        }
    }

    /** Resolves when everything the server had to say so far has come: its answers and events keep one order. */
    async settled(): Promise<void> {
        await this.ask(snapshotDevice(this.name).write({}));
    }

    /** Forgets what was heard. */
    forget(): void {
        this.unasked.length = 0;
    }

    close(): void {
        this.socket.close(1000);
    }

    private received(text: string): void {
        const frame = readFrame(text);
        if (!frame) throw new Error(`${this.name} received no frame: ${text}`);
        const message = parseXml(frame.xml);
        this.show({ who: this.name, direction: 'received', invokeId: frameId(frame.invokeId), xml: frame.xml });
        if (frame.invokeId === unaskedId) {
            this.unasked.push(message);
            this.wake();
        } else {
            this.answers.get(frame.invokeId)?.(message);
            this.answers.delete(frame.invokeId);
        }
    }

    private within<Value>(work: Promise<Value>, what: string): Promise<Value> {
        return new Promise((resolve, reject) => {
            const late = () => reject(new Error(`${this.name} waited in vain: ${what.slice(0, 200)}`));
            const timer = setTimeout(late, limitMs);
            work.finally(() => clearTimeout(timer)).then(resolve, reject);
        });
    }
}

function frameId(invokeId: number): string {
    return String(invokeId).padStart(4, '0');
}
