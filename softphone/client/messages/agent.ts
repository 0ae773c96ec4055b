import { child, childrenNamed, descend, booleanAt, integerAt, textAt, type XmlElement } from '../xml/element.js';
import { el, optional } from '../xml/write.js';
import { hexFromText } from './hex.js';
import { avaya, service, type Service } from './service.js';

/** What SetAgentState can ask for. */
export type RequestedAgentState = 'loggedOn' | 'loggedOff' | 'notReady' | 'ready' | 'workingAfterCall';

/** What an agent can be. `agentBusy` is a ready agent on a call; `agentNull` is not logged on. */
export type AgentState = 'agentNotReady' | 'agentNull' | 'agentReady' | 'agentBusy' | 'agentWorkingAfterCall';

/** Work modes of Communication Manager: auto-in takes the next call at once, manual-in after a pause. */
export type WorkMode = 'autoIn' | 'manualIn' | 'afterCallWork' | 'auxWork';

const workModes: readonly string[] = ['autoIn', 'manualIn', 'afterCallWork', 'auxWork'];
const agentStates: readonly string[] = [
    'agentNotReady',
    'agentNull',
    'agentReady',
    'agentBusy',
    'agentWorkingAfterCall',
];

/** Parameters of {@link setAgentState}. */
export interface SetAgentState {
    /** The station the agent works at. */
    readonly device: string;
    readonly state: RequestedAgentState;
    readonly agentId?: string;
    /** Plain text; it travels as hexBinary. */
    readonly password?: string;
    readonly workMode?: WorkMode;
    /** 0 to 99; only with not ready and log-out. */
    readonly reasonCode?: number;
    /** True lets a change wait for the end of the current call instead of being refused. */
    readonly enablePending?: boolean;
}

/** Answer of {@link setAgentState}. */
export interface AgentStateChange {
    /** True if the change waits for the end of the current call. */
    readonly pending: boolean;
}

/** Answer of {@link getAgentState}. */
export interface AgentReport {
    readonly loggedOn: boolean;
    /** Many switches do not tell it. */
    readonly agentId?: string | undefined;
    readonly state: AgentState;
    readonly workMode?: WorkMode | undefined;
    readonly onCall?: boolean | undefined;
    readonly reasonCode?: number | undefined;
    readonly pendingState?: AgentState | undefined;
    readonly pendingReasonCode?: number | undefined;
}

/** Logs an agent on or off or changes what the agent does. */
export function setAgentState(request: SetAgentState): Service<AgentStateChange> {
    return service({
        name: 'SetAgentState',
        body: [
            el('device', request.device),
            el('requestedAgentState', request.state),
            optional('agentID', request.agentId),
            request.password === undefined ? undefined : el('password', hexFromText(request.password)),
        ],
        privateData: avaya(
            'SetAgentStatePrivateData',
            optional('workMode', request.workMode),
            optional('reasonCode', request.reasonCode),
            optional('enablePending', request.enablePending),
        ),
        read: (answer) => ({
            pending: readPrivate(answer, 'isPending')?.text === 'true' || child(answer, 'pendingAgentState') !== undefined,
        }),
    });
}

/** Asks for the state of the agent at a station. */
export function getAgentState(device: string): Service<AgentReport> {
    return service({ name: 'GetAgentState', body: [el('device', device)], read: readReport });
}

/** Reads one value of an `agentState…`-like text; undefined if it is not one of the five. */
export function readAgentState(text: string | undefined): AgentState | undefined {
    return text !== undefined && agentStates.includes(text) ? (text as AgentState) : undefined;
}

/** Reads a work mode; undefined if it is not one of the four. */
export function readWorkMode(text: string | undefined): WorkMode | undefined {
    return text !== undefined && workModes.includes(text) ? (text as WorkMode) : undefined;
}

/** Finds a child of the single element below `extensions/privateData/private`, whatever that element is called. */
export function readPrivate(message: XmlElement, name: string): XmlElement | undefined {
    const elements = descend(message, 'extensions', 'privateData', 'private')?.children ?? [];
    return elements.map((element) => child(element, name)).find((found) => found !== undefined);
}

function readReport(answer: XmlElement): AgentReport {
    const entry = descend(answer, 'agentStateList', 'agentStateEntry');
    const items = childrenNamed(child(entry, 'agentInfo'), 'agentInfoItem');
    const state = readAgentState(textAt(items[0], 'agentState')) ?? 'agentNull';
    const talkState = readPrivate(answer, 'talkState')?.text;
    return {
        loggedOn: booleanAt(entry, 'loggedOnState') ?? state !== 'agentNull',
        agentId: textAt(entry, 'agentID') || undefined,
        state,
        workMode: readWorkMode(readPrivate(answer, 'workMode')?.text),
        onCall: talkState === undefined ? undefined : talkState === 'onCall',
        reasonCode: privateInteger(answer, 'reasonCode'),
        pendingState: readAgentState(textAt(items[0], 'pendingAgentState')),
        pendingReasonCode: privateInteger(answer, 'pendingReasonCode'),
    };
}

function privateInteger(answer: XmlElement, name: string): number | undefined {
    return integerAt(readPrivate(answer, name));
}
