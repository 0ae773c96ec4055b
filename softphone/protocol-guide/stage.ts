import type { ConnectionId, Monitor, OpenSocket, Service, XmlElement } from '../client/index.js';
import { clearCall, monitorCallsVia, monitorStart, parseXml } from '../client/index.js';
import type { SwitchControl } from '../random-walk/switch_control.js';
import type { Section } from './guide.js';
import { Party, type Message } from './party.js';

/** Where examples are played: a gateway, a switch, and parties that watch their extensions. */
export class Stage {
    readonly sections: Section[] = [];
    private readonly parties = new Map<string, Party>();
    private recorded: Message[] = [];
    private recording: 'all' | 'events' | 'nothing' = 'nothing';

    constructor(
        private readonly url: string,
        private readonly openSocket: OpenSocket,
        readonly control: SwitchControl,
    ) {}

    /** The party that works at an extension, or watches the agents of a split: logged in and watching it. */
    at(extension: string): Promise<Party> {
        return this.watching(extension, monitorStart);
    }

    /** The party that watches the calls through a VDN. */
    via(vdn: string): Promise<Party> {
        return this.watching(vdn, monitorCallsVia);
    }

    private async watching(device: string, monitor: (device: string) => Service<Monitor>): Promise<Party> {
        const known = this.parties.get(device);
        if (known) return known;
        const party = await this.loggedIn(device);
        await this.unseen(() => party.does(monitor(device)));
        return party;
    }

    /** A party that watches nothing by itself. */
    async loggedIn(name: string): Promise<Party> {
        const known = this.parties.get(name);
        if (known) return known;
        return this.unseen(async () => {
            const party = await this.newParty(name);
            await party.logIn();
            this.parties.set(name, party);
            return party;
        });
    }

    /** A connection on which nothing has been said. */
    newParty(name: string): Promise<Party> {
        return Party.connect(name, this.url, this.openSocket, (message) => {
            const isEvent = message.invokeId === '9999';
            if (isEvent && message.direction === 'received') this.unasked(name, parseXml(message.xml));
            if (this.recording === 'all' || (this.recording === 'events' && isEvent)) this.recorded.push(message);
        });
    }

    /**
     * Plays one example. `play` may prepare things by {@link unseen}; everything else it says and hears is shown.
     * Afterwards all calls are ended.
     */
    async section(chapter: string, title: string, about: string, play: () => Promise<void>): Promise<void> {
        this.recorded = [];
        this.recording = 'all';
        try {
            await play();
            this.recording = 'events';
            await this.settle();
        } catch (fault) {
            throw new Error(`${title}: ${fault instanceof Error ? fault.message : String(fault)}`);
        }
        this.recording = 'nothing';
        this.sections.push({ chapter, title, about, messages: inOrder(this.recorded) });
        await this.tidy();
    }

    /** Does something without showing it. */
    async unseen<Value>(work: () => Promise<Value>): Promise<Value> {
        const before = this.recording;
        this.recording = 'nothing';
        const value = await work();
        await this.settle();
        this.recording = before;
        return value;
    }

    close(): void {
        for (const party of this.parties.values()) party.close();
        this.control.close();
    }

    /** Ends all calls, and forgets what was heard of it. */
    async tidy(): Promise<void> {
        for (const { callId, connections } of (await this.control.truth()).calls) {
            const own = connections.find(({ device }) => this.parties.has(device)) ?? connections[0];
            if (!own) continue;
            const connection: ConnectionId = { callId: String(callId), deviceId: own.device };
            await (await this.at([...this.parties.keys()][0] ?? '4001')).does(clearCall(connection));
        }
        await this.settle();
        for (const party of this.parties.values()) party.forget();
    }

    /** Resolves when every party has heard what there is to hear so far. */
    async settle(): Promise<void> {
        for (const party of this.parties.values()) await party.settled();
    }

    /** Called for each event and notice that comes. */
    protected unasked(_who: string, _message: XmlElement): void {}
}

/** Party by party in the order of their first word: who hears first is chance, what each hears is not. */
function inOrder(messages: readonly Message[]): readonly Message[] {
    const names = [...new Set(messages.filter(({ direction }) => direction === 'sent').map(({ who }) => who))];
    const all = [...names, ...[...new Set(messages.map(({ who }) => who))].filter((name) => !names.includes(name)).sort()];
    return all.flatMap((name) => messages.filter(({ who }) => who === name));
}
