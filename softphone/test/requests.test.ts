import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backOffDelay } from '../client/connection/back_off.js';
import { readFrame, writeFrame } from '../client/connection/frame.js';
import { PendingRequests } from '../client/connection/pending_requests.js';
import * as csta from '../client/index.js';
import { readError } from '../client/messages/errors.js';
import { hexFromText, textFromHex } from '../client/messages/hex.js';
import { readEvent } from '../client/messages/read_event.js';
import { parseXml } from '../client/xml/parse.js';
import { FakeClock } from './support/fake_clock.js';

const own = { callId: '217', deviceId: '4001' };
const held = { callId: '216', deviceId: '4001' };
const ns = 'xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed3"';
const conn = (callId: string) => `<callID>${callId}</callID><deviceID>4001</deviceID>`;

for (const [service, expected] of [
    [
        csta.makeCall({ callingDevice: '4001', calledNumber: '4002', userData: 'Hi' }),
        `<MakeCall ${ns}><callingDevice>4001</callingDevice><calledDirectoryNumber>4002</calledDirectoryNumber>` +
            '<autoOriginate>doNotPrompt</autoOriginate><userData><string>4869</string></userData></MakeCall>',
    ],
    [csta.answerCall(own), `<AnswerCall ${ns}><callToBeAnswered>${conn('217')}</callToBeAnswered></AnswerCall>`],
    [
        csta.clearConnection({ ...own, deviceId: 'T217#1', typeOfNumber: 'dynamic' }),
        `<ClearConnection ${ns}><connectionToBeCleared><callID>217</callID>` +
            '<deviceID typeOfNumber="dynamic">T217#1</deviceID></connectionToBeCleared></ClearConnection>',
    ],
    [csta.clearCall(own), `<ClearCall ${ns}><callToBeCleared>${conn('217')}</callToBeCleared></ClearCall>`],
    [csta.holdCall(own), `<HoldCall ${ns}><callToBeHeld>${conn('217')}</callToBeHeld></HoldCall>`],
    [csta.retrieveCall(own), `<RetrieveCall ${ns}><callToBeRetrieved>${conn('217')}</callToBeRetrieved></RetrieveCall>`],
    [
        csta.alternateCall({ heldCall: held, activeCall: own }),
        `<AlternateCall ${ns}><heldCall>${conn('216')}</heldCall><activeCall>${conn('217')}</activeCall></AlternateCall>`,
    ],
    [
        csta.reconnectCall({ heldCall: held, activeCall: own }),
        `<ReconnectCall ${ns}><activeCall>${conn('217')}</activeCall><heldCall>${conn('216')}</heldCall></ReconnectCall>`,
    ],
    [
        csta.consultationCall({ existingCall: own, consultedDevice: '4003' }),
        `<ConsultationCall ${ns}><existingCall>${conn('217')}</existingCall>` +
            '<consultedDevice>4003</consultedDevice></ConsultationCall>',
    ],
    [
        csta.transferCall({ heldCall: held, activeCall: own }),
        `<TransferCall ${ns}><heldCall>${conn('216')}</heldCall><activeCall>${conn('217')}</activeCall></TransferCall>`,
    ],
    [
        csta.conferenceCall({ heldCall: held, activeCall: own }),
        `<ConferenceCall ${ns}><heldCall>${conn('216')}</heldCall><activeCall>${conn('217')}</activeCall></ConferenceCall>`,
    ],
    [
        csta.monitorStart('4001'),
        `<MonitorStart ${ns}><monitorObject><deviceObject>4001</deviceObject></monitorObject>` +
            '<monitorType>device</monitorType></MonitorStart>',
    ],
    [csta.monitorStop('17'), `<MonitorStop ${ns}><monitorCrossRefID>17</monitorCrossRefID></MonitorStop>`],
    [csta.snapshotDevice('4001'), `<SnapshotDevice ${ns}><snapshotObject>4001</snapshotObject></SnapshotDevice>`],
    [csta.snapshotCall(own), `<SnapshotCall ${ns}><snapshotObject>${conn('217')}</snapshotObject></SnapshotCall>`],
    [
        csta.setAgentState({ device: '4001', state: 'loggedOn', agentId: '2001', password: '12', workMode: 'auxWork' }),
        `<SetAgentState ${ns}><device>4001</device><requestedAgentState>loggedOn</requestedAgentState>` +
            '<agentID>2001</agentID><password>3132</password><extensions><privateData><private>' +
            '<SetAgentStatePrivateData xmlns="http://www.avaya.com/csta"><workMode>auxWork</workMode>' +
            '</SetAgentStatePrivateData></private></privateData></extensions></SetAgentState>',
    ],
    [
        csta.makeCall({ callingDevice: '4001', calledNumber: '2001', kind: { type: 'directAgent', split: '4950' } }),
        `<MakeCall ${ns}><callingDevice>4001</callingDevice><calledDirectoryNumber>2001</calledDirectoryNumber>` +
            '<autoOriginate>doNotPrompt</autoOriginate><extensions><privateData><private><MakeCallPrivateData ' +
            'xmlns="http://www.avaya.com/csta"><callPrivateData><acdGroup>4950</acdGroup><typeOfCall>directAgent</typeOfCall>' +
            '</callPrivateData></MakeCallPrivateData></private></privateData></extensions></MakeCall>',
    ],
    [
        csta.makeCall({ callingDevice: '4001', calledNumber: '9030', shownNumber: '0301' }),
        `<MakeCall ${ns}><callingDevice>4001</callingDevice><calledDirectoryNumber>9030</calledDirectoryNumber>` +
            '<autoOriginate>doNotPrompt</autoOriginate><extensions><privateData><private>' +
            '<ShownNumber xmlns="urn:ctiengine:1">0301</ShownNumber></private></privateData></extensions></MakeCall>',
    ],
    [
        csta.singleStepTransferCall(own, '4003'),
        `<SingleStepTransferCall ${ns}><activeCall>${conn('217')}</activeCall><transferredTo>4003</transferredTo></SingleStepTransferCall>`,
    ],
    [
        csta.singleStepConferenceCall(own, '4003', 'silent'),
        `<SingleStepConferenceCall ${ns}><activeCall>${conn('217')}</activeCall><deviceToJoin>4003</deviceToJoin>` +
            '<participationType>silent</participationType></SingleStepConferenceCall>',
    ],
    [
        csta.deflectCall(own, '4003'),
        `<DeflectCall ${ns}><callToBeDiverted>${conn('217')}</callToBeDiverted><newDestination>4003</newDestination></DeflectCall>`,
    ],
    [
        csta.directedPickupCall(own, '4003'),
        `<DirectedPickupCall ${ns}><callToBePickedUp>${conn('217')}</callToBePickedUp><requestingDevice>4003</requestingDevice></DirectedPickupCall>`,
    ],
    [
        csta.generateDigits(own, '12#'),
        `<GenerateDigits ${ns}><connectionToSendDigits>${conn('217')}</connectionToSendDigits><digitMode>dTMF</digitMode>` +
            '<charactersToSend>12#</charactersToSend></GenerateDigits>',
    ],
    [
        csta.makePredictiveCall({ callingDevice: '4900', calledNumber: '9030' }),
        `<MakePredictiveCall ${ns}><callingDevice>4900</callingDevice><calledDirectoryNumber>9030</calledDirectoryNumber>` +
            '<signallingDetection><signallingCondition>callEstablished</signallingCondition>' +
            '<signallingConditionsAction>remainConnected</signallingConditionsAction></signallingDetection></MakePredictiveCall>',
    ],
    [
        csta.selectiveListeningHold({ subject: own }),
        '<SelectiveListeningHold xmlns="http://www.avaya.com/csta"><selectiveListening xmlns="http://www.avaya.com/csta">' +
            `<subjectConnection>${conn('217')}</subjectConnection><allParties>true</allParties></selectiveListening></SelectiveListeningHold>`,
    ],
    [
        csta.forwardCalls('4001', '4002'),
        `<SetForwarding ${ns}><device>4001</device><forwardingType>forwardImmediate</forwardingType>` +
            '<activateForward>true</activateForward><forwardDN>4002</forwardDN></SetForwarding>',
    ],
    [
        csta.stopForwarding('4001'),
        `<SetForwarding ${ns}><device>4001</device><forwardingType>forwardImmediate</forwardingType>` +
            '<activateForward>false</activateForward></SetForwarding>',
    ],
    [csta.getForwarding('4001'), `<GetForwarding ${ns}><device>4001</device></GetForwarding>`],
    [
        csta.setDoNotDisturb('4001', true),
        `<SetDoNotDisturb ${ns}><device>4001</device><doNotDisturbOn>true</doNotDisturbOn></SetDoNotDisturb>`,
    ],
    [
        csta.setMessageWaiting('4001', false),
        `<SetMessageWaitingIndicator ${ns}><device>4001</device><messageWaitingOn>false</messageWaitingOn></SetMessageWaitingIndicator>`,
    ],
    [
        csta.monitorCallsVia('4900'),
        `<MonitorStart ${ns}><monitorObject><deviceObject>4900</deviceObject></monitorObject><monitorType>call</monitorType></MonitorStart>`,
    ],
    [
        csta.monitorCall(own),
        `<MonitorStart ${ns}><monitorObject><callObject>${conn('217')}</callObject></monitorObject><monitorType>call</monitorType></MonitorStart>`,
    ],
    [csta.getAgentState('4001'), `<GetAgentState ${ns}><device>4001</device></GetAgentState>`],
    [csta.requestSystemStatus(), `<RequestSystemStatus ${ns}/>`],
    [
        csta.systemRegister(),
        `<SystemRegister ${ns}><requestTypes><systemStatus>true</systemStatus></requestTypes></SystemRegister>`,
    ],
    [
        csta.systemRegisterCancel('1'),
        `<SystemRegisterCancel ${ns}><sysStatRegisterID>1</sysStatRegisterID></SystemRegisterCancel>`,
    ],
    [
        csta.getThirdPartyDeviceId({ extension: '4001', switchName: 'CM1' }),
        '<GetThirdPartyDeviceId xmlns="http://www.avaya.com/csta"><switchName>CM1</switchName>' +
            '<extension>4001</extension></GetThirdPartyDeviceId>',
    ],
    [
        csta.releaseDeviceId('4001:CM1::0'),
        '<ReleaseDeviceId xmlns="http://www.avaya.com/csta"><device>4001:CM1::0</device></ReleaseDeviceId>',
    ],
] as [csta.Service<unknown>, string][]) {
    test(`${service.name} is written as the schema has it`, () => assert.equal(service.write({}), expected));
}

test('a command ID goes into private data, beside what is there', () => {
    const written = csta.setAgentState({ device: '1', state: 'ready', workMode: 'autoIn' }).write({ commandId: 'c1' });
    assert.match(written, /<private><SetAgentStatePrivateData .*<\/SetAgentStatePrivateData><CommandId xmlns="urn:ctiengine:1">c1</);
    assert.throws(() => csta.answerCall(own).write({ commandId: '' }), RangeError);
    assert.throws(() => csta.answerCall(own).write({ commandId: 'x'.repeat(65) }), RangeError);
});

test('answers are read in their types', () => {
    const call = csta.makeCall({ callingDevice: '4001', calledNumber: '4002' });
    const answer = parseXml(`<MakeCallResponse><callingDevice>${conn('5')}</callingDevice></MakeCallResponse>`);
    assert.equal(call.read(answer).connection.callId, '5');
    assert.throws(() => call.read(parseXml('<MakeCallResponse/>')), /no callingDevice/);
    const merged = csta.transferCall({ heldCall: held, activeCall: own }).read(
        parseXml(
            `<TransferCallResponse><transferredCall><callID>217</callID></transferredCall><connections><connectionListItem>` +
                `<newConnection>${conn('217')}</newConnection><endpoint><deviceID>4001</deviceID></endpoint>` +
                '</connectionListItem></connections></TransferCallResponse>',
        ),
    );
    assert.equal(merged.connection.callId, '217');
    assert.equal(merged.members[0]?.endpoint.id, '4001');
});

test('an agent report is read from the list and from private data', () => {
    const report = csta.getAgentState('4001').read(
        parseXml(
            '<GetAgentStateResponse><agentStateList><agentStateEntry><agentID>2001</agentID><loggedOnState>true</loggedOnState>' +
                '<agentInfo><agentInfoItem><agentState>agentNotReady</agentState></agentInfoItem></agentInfo>' +
                '</agentStateEntry></agentStateList><extensions><privateData><private><GetAgentStateResponsePrivateData>' +
                '<workMode>auxWork</workMode><talkState>idle</talkState><reasonCode>3</reasonCode>' +
                '</GetAgentStateResponsePrivateData></private></privateData></extensions></GetAgentStateResponse>',
        ),
    );
    assert.deepEqual(
        { ...report },
        {
            loggedOn: true,
            agentId: '2001',
            state: 'agentNotReady',
            workMode: 'auxWork',
            onCall: false,
            reasonCode: 3,
            pendingState: undefined,
            pendingReasonCode: undefined,
        },
    );
});

test('errors have a category, a value and a sentence', () => {
    const error = readError('MakeCall', parseXml('<CSTAErrorCode><operation>invalidCalledDeviceID</operation></CSTAErrorCode>'));
    assert.ok(error instanceof csta.CstaError);
    assert.equal(error.category, 'operation');
    assert.equal(error.value, 'invalidCalledDeviceID');
    assert.equal(error.message, 'The number that was dialled does not exist.');
});

test('what the server adds for developers is kept', () => {
    const text = '<CSTAErrorCode><operation>invalidParameterValue</operation><!-- MakeCall: x is missing --></CSTAErrorCode>';
    const error = readError('MakeCall', parseXml(text));
    assert.ok(error instanceof csta.CstaError && error.detail === 'MakeCall: x is missing');
    assert.equal(error.sentence, 'The telephone system did not accept one of the values.');
    assert.equal(error.message, 'The telephone system did not accept one of the values (MakeCall: x is missing).');
    const session = readError(
        'StartApplicationSession',
        parseXml(
            '<StartApplicationSessionNegResponse><errorCode><definedError>invalidApplicationInfo</definedError></errorCode>' +
                '<extensions><Detail xmlns="urn:ctiengine:1">userName is missing</Detail></extensions>' +
                '</StartApplicationSessionNegResponse>',
        ),
    );
    assert.ok(session instanceof csta.SessionError && session.detail === 'userName is missing');
    assert.match(session.message, /not accepted \(userName is missing\)\.$/);
});

test('an error without a sentence of its own is described by its category', () => {
    const error = readError('X', parseXml('<CSTAErrorCode><operation>invalidLampID</operation></CSTAErrorCode>'));
    assert.equal(error?.message, 'The telephone system did not accept the request (invalidLampID).');
    const bare = readError('X', parseXml('<CSTAErrorCode><unspecified/></CSTAErrorCode>'));
    assert.equal(bare?.message, 'The telephone system refused the request without saying why.');
});

test('a negative answer to a session request is a SessionError', () => {
    const text =
        '<StartApplicationSessionNegResponse><errorCode><definedError>maxNumberSessions</definedError></errorCode>' +
        '</StartApplicationSessionNegResponse>';
    const error = readError('StartApplicationSession', parseXml(text));
    assert.ok(error instanceof csta.SessionError);
    assert.equal(error.reason, 'maxNumberSessions');
});

test('a delivered event is read with parties, user data, UCID and journal place', () => {
    const event = readEvent(
        parseXml(
            `<DeliveredEvent><monitorCrossRefID>17</monitorCrossRefID><connection>${conn('217')}</connection>` +
                '<alertingDevice><deviceIdentifier>4001</deviceIdentifier></alertingDevice><callingDevice><restricted/>' +
                '</callingDevice><calledDevice><deviceIdentifier>5000</deviceIdentifier></calledDevice>' +
                '<lastRedirectionDevice><notRequired/></lastRedirectionDevice><localConnectionInfo>alerting' +
                '</localConnectionInfo><userData><string>48656C6C6F</string></userData><cause>newCall</cause>' +
                '<callLinkageData><globalCallData><globalCallLinkageID><globallyUniqueCallLinkageID>0001' +
                '</globallyUniqueCallLinkageID></globalCallLinkageID></globalCallData></callLinkageData><extensions>' +
                '<privateData><private><EventId><epoch>e</epoch><seq>9</seq></EventId></private></privateData></extensions>' +
                '</DeliveredEvent>',
        ),
    );
    assert.ok(event?.kind === 'Delivered');
    assert.deepEqual(event.connection, { callId: '217', deviceId: '4001', typeOfNumber: undefined });
    assert.deepEqual(event.callingDevice, { status: 'restricted' });
    assert.deepEqual(event.lastRedirectionDevice, { status: 'notRequired' });
    assert.equal(event.localState, 'alerting');
    assert.equal(event.userData, 'Hello');
    assert.equal(event.ucid, '0001');
    assert.deepEqual(event.eventId, { epoch: 'e', seq: 9 });
});

test('an unknown event, and a known one that lacks its call, come back raw', () => {
    const unknown = readEvent(parseXml('<BridgedEvent><monitorCrossRefID>1</monitorCrossRefID></BridgedEvent>'));
    assert.ok(unknown?.kind === 'Other' && unknown.name === 'BridgedEvent');
    const broken = readEvent(parseXml('<HeldEvent><monitorCrossRefID>1</monitorCrossRefID></HeldEvent>'));
    assert.ok(broken?.kind === 'Other' && broken.name === 'HeldEvent');
    assert.equal(readEvent(parseXml('<Whatever/>')), undefined);
});

test('events of features are read', () => {
    const device = '<device><deviceIdentifier>4001</deviceIdentifier></device>';
    const read = (name: string, content: string) =>
        readEvent(parseXml(`<${name}><monitorCrossRefID>1</monitorCrossRefID>${content}</${name}>`));
    const forwarding = read(
        'ForwardingEvent',
        `${device}<forwardingType>forwardImmediate</forwardingType><forwardStatus>true</forwardStatus><forwardTo>4002</forwardTo>`,
    );
    assert.ok(forwarding?.kind === 'Forwarding');
    assert.deepEqual(forwarding.forwarding, { type: 'forwardImmediate', active: true, destination: '4002' });
    const disturb = read('DoNotDisturbEvent', `${device}<doNotDisturbOn>true</doNotDisturbOn>`);
    assert.ok(disturb?.kind === 'DoNotDisturb' && disturb.on && disturb.device.id === '4001');
    const waiting = read(
        'MessageWaitingEvent',
        '<targetDevice><deviceIdentifier>4001</deviceIdentifier></targetDevice><messageWaitingOn>false</messageWaitingOn>',
    );
    assert.ok(waiting?.kind === 'MessageWaiting' && !waiting.on && waiting.device.id === '4001');
    const digits = read('EnteredDigitsEvent', `<connection>${conn('217')}</connection><digits>123</digits>`);
    assert.ok(digits?.kind === 'EnteredDigits' && digits.digits === '123' && digits.connection.callId === '217');
    assert.equal(read('EnteredDigitsEvent', '<digits>1</digits>')?.kind, 'Other');
    assert.equal(read('OutOfServiceEvent', device)?.kind, 'OutOfService');
});

test('hexBinary round-trips text', () => {
    assert.equal(hexFromText('aé'), '61C3A9');
    assert.equal(textFromHex('61C3A9'), 'aé');
    assert.equal(textFromHex('6'), undefined);
});

test('frames carry four digits', () => {
    assert.equal(writeFrame({ invokeId: 7, xml: '<a/>' }), '0007<a/>');
    assert.deepEqual(readFrame('0007<a/>'), { invokeId: 7, xml: '<a/>' });
    assert.equal(readFrame('7<a/>'), undefined);
});

test('invoke IDs wrap after 9998 and skip those that wait', () => {
    const pending = new PendingRequests(new FakeClock());
    assert.equal(pending.takeId(), 0);
    void pending.expect(1, csta.answerCall(own), 1000);
    assert.equal(pending.takeId(), 2);
    for (let id = 3; id <= 9998; ++id) assert.equal(pending.takeId(), id);
    assert.equal(pending.takeId(), 0);
    assert.equal(pending.takeId(), 2);
});

test('with all invoke IDs waiting there is none to take', () => {
    const pending = new PendingRequests(new FakeClock());
    for (let id = 0; id <= 9998; ++id) void pending.expect(id, csta.answerCall(own), 1000);
    assert.equal(pending.takeId(), undefined);
});

test('back-off doubles its bound up to the cap and spreads over all of it', () => {
    const settings = { firstMs: 500, capMs: 30_000 };
    assert.deepEqual([0, 1, 2, 6, 50].map((attempt) => backOffDelay(settings, attempt, () => 0.5)), [250, 500, 1000, 15_000, 15_000]);
    assert.equal(backOffDelay(settings, 3, () => 0), 0);
    assert.equal(backOffDelay(settings, 3, () => 0.9999), 3999);
});
