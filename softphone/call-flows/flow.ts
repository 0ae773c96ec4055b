import { setAgentState, type XmlElement } from '../client/index.js';
import { Stage } from '../protocol-guide/stage.js';
import { CallNames, eventLine } from './event_line.js';

/** What one party must hear, in order. */
export type Expected = Readonly<Record<string, readonly string[]>>;

/** One row of the call-flow tables: what is done, and what everybody hears of it. */
export interface Flow {
    readonly name: string;
    /** Done before anybody listens. */
    readonly before?: (flow: FlowStage) => Promise<void>;
    readonly play: (flow: FlowStage) => Promise<void>;
    readonly hears: Expected;
}

const splits = ['4950'];

/** A stage that notes what its parties hear. */
export class FlowStage extends Stage {
    private heard = new Map<string, string[]>();
    private names = new CallNames();

    /** Plays a flow; each difference is a sentence. */
    async differences(flow: Flow): Promise<readonly string[]> {
        await this.tidy();
        await this.logAgentsOut();
        this.names = new CallNames();
        await flow.before?.(this);
        await this.settle();
        this.heard = new Map();
        await flow.play(this);
        await this.settle();
        const listeners = [...new Set([...Object.keys(flow.hears), ...this.heard.keys()])].sort();
        return listeners.flatMap((who) => compare(who, flow.hears[who] ?? [], this.heard.get(who) ?? []));
    }

    /** Time passes at the switch. */
    async pass(ms: number): Promise<void> {
        await this.control.attempt({ do: 'advance', ms });
        await this.settle();
    }

    private async logAgentsOut(): Promise<void> {
        for (const { agentId, extension } of (await this.control.truth()).agents) {
            await (await this.at(extension)).does(setAgentState({ device: extension, agentId, state: 'loggedOff' }));
        }
        await this.settle();
    }

    protected override unasked(who: string, message: XmlElement): void {
        // Agents' events at stations come when the engine has asked the switch, which no flow waits for.
        const atStation = message.name.startsWith('Agent') && !splits.includes(who);
        if (message.name === 'SystemStatus' || atStation) return;
        this.heard.set(who, [...(this.heard.get(who) ?? []), eventLine(message, this.names)]);
    }
}

function compare(who: string, expected: readonly string[], heard: readonly string[]): readonly string[] {
    if (JSON.stringify(expected) === JSON.stringify(heard)) return [];
    const list = (lines: readonly string[]) => lines.map((line) => `\n      ${line}`).join('') || '\n      (nothing)';
    return [`${who} should hear${list(expected)}\n    hears${list(heard)}`];
}
