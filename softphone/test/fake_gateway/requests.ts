import { child, descend, integerAt, textAt, type XmlElement } from '../../client/xml/element.js';
import { textFromHex } from '../../client/messages/hex.js';
import { agentState, answer, callParties, connection, deviceCalls } from '../support/fake_server.js';
import type { MiniSwitch, SwitchAgent } from './mini_switch.js';

/** Answers a request; throws Refused. Session and monitor requests are not here. */
export function answerRequest(pbx: MiniSwitch, message: XmlElement): string | undefined {
    const handler = handlers[message.name];
    return handler && answer(`${message.name}Response`, handler(pbx, message) ?? '').replace(/^<(\w+)[^>]*>(<\1.*)<\/\1>$/s, '$2');
}

type Handler = (pbx: MiniSwitch, message: XmlElement) => string | undefined;

const handlers: Record<string, Handler> = {
    SystemRegister: () => '<sysStatRegisterID>1</sysStatRegisterID>',
    RequestSystemStatus: () => '<systemStatus>normal</systemStatus>',
    MakeCall: (pbx, message) => {
        const from = textAt(message, 'callingDevice') ?? '';
        return `<callingDevice>${connection(pbx.makeCall(from, textAt(message, 'calledDirectoryNumber') ?? ''), from)}</callingDevice>`;
    },
    AnswerCall: (pbx, message) => pbx.answer(...leg(message, 'callToBeAnswered')) as undefined,
    ClearConnection: (pbx, message) => pbx.clear(...leg(message, 'connectionToBeCleared')) as undefined,
    HoldCall: (pbx, message) => pbx.hold(...leg(message, 'callToBeHeld')) as undefined,
    RetrieveCall: (pbx, message) => pbx.retrieve(...leg(message, 'callToBeRetrieved')) as undefined,
    ConsultationCall: (pbx, message) => {
        const [id, device] = leg(message, 'existingCall');
        pbx.hold(id, device);
        const call = pbx.makeCall(device, textAt(message, 'consultedDevice') ?? '');
        return `<initiatedCall>${connection(call, device)}</initiatedCall>`;
    },
    AlternateCall: (pbx, message) => {
        pbx.hold(...leg(message, 'activeCall'));
        pbx.retrieve(...leg(message, 'heldCall'));
        return undefined;
    },
    ReconnectCall: (pbx, message) => {
        pbx.clear(...leg(message, 'activeCall'));
        pbx.retrieve(...leg(message, 'heldCall'));
        return undefined;
    },
    TransferCall: (pbx, message) => merge(pbx, message, false),
    ConferenceCall: (pbx, message) => merge(pbx, message, true),
    SnapshotDevice: (pbx, message) => {
        const device = textAt(message, 'snapshotObject') ?? '';
        const found = [...pbx.calls.values()].flatMap(({ id, legs }) => {
            const own = legs.find((candidate) => candidate.device === device);
            return own ? [[id, own.state === 'failed' ? 'fail' : own.state] as const] : [];
        });
        return deviceCalls(device, ...found);
    },
    SnapshotCall: (pbx, message) => {
        const [id] = leg(message, 'snapshotObject');
        return callParties(id, ...pbx.call(id).legs.map(({ device, state }) => [device, state] as const));
    },
    SetAgentState: (pbx, message) => {
        const data = descend(message, 'extensions', 'privateData', 'private', 'SetAgentStatePrivateData');
        if (textFromHex(textAt(message, 'password')) === 'wrong') throw new Error('unexpected');
        const pending = pbx.setAgent(
            textAt(message, 'device') ?? '',
            textAt(message, 'requestedAgentState') ?? '',
            textAt(message, 'agentID') ?? '',
            textAt(data, 'workMode') ?? 'auxWork',
            integerAt(data, 'reasonCode') ?? 0,
        );
        return (
            '<extensions><privateData><private><SetAgentStateResponsePrivateData xmlns="http://www.avaya.com/csta">' +
            `<isPending>${pending}</isPending></SetAgentStateResponsePrivateData></private></privateData></extensions>`
        );
    },
    GetAgentState: (pbx, message) => agentAnswer(pbx, pbx.agents.get(textAt(message, 'device') ?? '')),
};

function merge(pbx: MiniSwitch, message: XmlElement, stay: boolean): string {
    const [heldId, device] = leg(message, 'heldCall');
    const [activeId] = leg(message, 'activeCall');
    pbx.merge(heldId, activeId, device, stay);
    const name = stay ? 'conferenceCall' : 'transferredCall';
    return `<${name}>${connection(activeId, '0')}</${name}>`;
}

function agentAnswer(pbx: MiniSwitch, agent: SwitchAgent | undefined): string {
    if (!agent) return agentState('agentNull');
    const busy = pbx.busy(agent.extension);
    const states = { ready: busy ? 'agentBusy' : 'agentReady', notReady: 'agentNotReady', workingAfterCall: 'agentWorkingAfterCall' };
    const text = agentState(
        states[agent.state],
        `<workMode>${agent.workMode}</workMode><talkState>${busy ? 'onCall' : 'idle'}</talkState><reasonCode>${agent.reasonCode}</reasonCode>`,
    );
    return agent.pending ? text.replace('</agentState>', '</agentState><pendingAgentState>agentNotReady</pendingAgentState>') : text;
}

function leg(message: XmlElement, name: string): [number, string] {
    const element = child(message, name);
    return [integerAt(element, 'callID') ?? 0, textAt(element, 'deviceID') ?? ''];
}
