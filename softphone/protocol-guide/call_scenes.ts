import {
    alternateCall,
    answerCall,
    clearConnection,
    conferenceCall,
    consultationCall,
    deflectCall,
    directedPickupCall,
    generateDigits,
    holdCall,
    makeCall,
    reconnectCall,
    retrieveCall,
    singleStepConferenceCall,
    singleStepTransferCall,
    snapshotCall,
    snapshotDevice,
    transferCall,
    type ConnectionId,
} from '../client/index.js';
import type { Stage } from './stage.js';

const chapter = 'Call control';
const refusals = 'Refusals';

/** 4001 calls 4002; the call's connection at 4001. */
async function ringing(stage: Stage): Promise<ConnectionId> {
    const a = await stage.at('4001');
    const b = await stage.at('4002');
    const { connection } = await a.does(makeCall({ callingDevice: '4001', calledNumber: '4002' }));
    await b.hears('DeliveredEvent');
    return connection;
}

function at(device: string, { callId }: ConnectionId): ConnectionId {
    return { callId, deviceId: device };
}

/** 4001 and 4002 talk. */
async function talking(stage: Stage): Promise<ConnectionId> {
    const connection = await ringing(stage);
    await (await stage.at('4002')).does(answerCall(at('4002', connection)));
    return connection;
}

/** 4001 has 4002 on hold and talks to 4003. */
async function consulting(stage: Stage): Promise<{ readonly heldCall: ConnectionId; readonly activeCall: ConnectionId }> {
    const heldCall = await talking(stage);
    const a = await stage.at('4001');
    const c = await stage.at('4003');
    const { connection } = await a.does(consultationCall({ existingCall: heldCall, consultedDevice: '4003' }));
    await c.hears('DeliveredEvent');
    await c.does(answerCall(at('4003', connection)));
    return { heldCall, activeCall: connection };
}

/** A call from make to clear, then everything that moves calls. */
export async function playCalls(stage: Stage): Promise<void> {
    const [a, b, c] = [await stage.at('4001'), await stage.at('4002'), await stage.at('4003')];

    await stage.section(chapter, 'MakeCall', 'Calls a number from a device. The caller hears ServiceInitiated, Originated and Delivered, the called device Delivered; answer and events may come in either order, so match them by callID. The answer names the new connection `callingDevice`, which is the standard\'s choice of words.', async () => {
        await ringing(stage);
    });
    await stage.section(chapter, 'AnswerCall', 'Answers an alerting call. Both sides hear Established.', async () => {
        const connection = await stage.unseen(() => ringing(stage));
        await b.does(answerCall(at('4002', connection)));
    });
    await stage.section(chapter, 'HoldCall and RetrieveCall', 'Puts the connected call on hold and takes it back. The other party sees it as a state of yours.', async () => {
        const connection = await stage.unseen(() => talking(stage));
        await a.does(holdCall(connection));
        await a.does(retrieveCall(connection));
    });
    await stage.section(chapter, 'ClearConnection', 'Hangs up. With fewer than two parties left the call is over for the other one too.', async () => {
        const connection = await stage.unseen(() => talking(stage));
        await a.does(clearConnection(connection));
    });
    await stage.section(chapter, 'ConsultationCall', 'Holds the present call and makes another, before a transfer or a conference. Avaya\'s private data tells the consulted party about the first call.', async () => {
        const connection = await stage.unseen(() => talking(stage));
        await a.does(consultationCall({ existingCall: connection, consultedDevice: '4003' }));
        await c.hears('DeliveredEvent');
    });
    await stage.section(chapter, 'AlternateCall', 'Swaps the held and the active call.', async () => {
        const pair = await stage.unseen(() => consulting(stage));
        await a.does(alternateCall(pair));
    });
    await stage.section(chapter, 'ReconnectCall', 'Ends the active call and takes the held one back.', async () => {
        const pair = await stage.unseen(() => consulting(stage));
        await a.does(reconnectCall(pair));
    });
    await stage.section(chapter, 'TransferCall', 'Joins both calls and leaves them. The active call\'s ID lives on; primaryOldCall is the held call, whose ID dies. The event\'s root is spelt TransferedEvent in the standard.', async () => {
        const pair = await stage.unseen(() => consulting(stage));
        await a.does(transferCall(pair));
    });
    await stage.section(chapter, 'ConferenceCall', 'Joins both calls and stays in; at most six parties.', async () => {
        const pair = await stage.unseen(() => consulting(stage));
        await a.does(conferenceCall(pair));
    });
    await stage.section(chapter, 'SingleStepTransferCall', 'Gives a call to another device without asking there first.', async () => {
        const connection = await stage.unseen(() => talking(stage));
        await a.does(singleStepTransferCall(connection, '4003'));
        await c.hears('DeliveredEvent');
    });
    await stage.section(chapter, 'SingleStepConferenceCall', 'Adds a device to a call; with participationType silent it only listens.', async () => {
        const connection = await stage.unseen(() => talking(stage));
        await a.does(singleStepConferenceCall(connection, '4003'));
    });
    await stage.section(chapter, 'DeflectCall', 'Sends a ringing call elsewhere.', async () => {
        const connection = await stage.unseen(() => ringing(stage));
        await b.does(deflectCall(at('4002', connection), '4003'));
        await c.hears('DeliveredEvent');
    });
    await stage.section(chapter, 'DirectedPickupCall', 'Answers here what rings there.', async () => {
        const connection = await stage.unseen(() => ringing(stage));
        await c.does(directedPickupCall(at('4002', connection), '4003'));
    });
    await stage.section(chapter, 'GenerateDigits', 'Sends tones into a call: 1 to 32 of `0-9 * # A-D`.', async () => {
        const connection = await stage.unseen(() => talking(stage));
        await a.does(generateDigits(connection, '12#'));
    });

    await stage.section('Monitors and snapshots', 'SnapshotDevice', 'Which calls a device has. The first state of compoundCallState is its own.', async () => {
        await stage.unseen(() => talking(stage));
        await a.does(snapshotDevice('4001'));
    });
    await stage.section('Monitors and snapshots', 'SnapshotCall', 'Who is in a call, and in which state.', async () => {
        const connection = await stage.unseen(() => ringing(stage));
        await a.does(snapshotCall(connection));
    });

    await stage.section(refusals, 'A request in the wrong state', 'The switch refused. The comment says what the code cannot; it is for you, not for your users, and not for programs to compare.', async () => {
        const connection = await stage.unseen(() => ringing(stage));
        await a.ask(holdCall(at('4002', connection)).write({}));
    });
    await stage.section(refusals, 'A missing element', 'Elements are found by local name, in any order and with any prefix; what is mandatory must be there.', async () => {
        await a.ask('<MakeCall xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed3"><callingDevice>4001</callingDevice></MakeCall>');
    });
    await stage.section(refusals, 'A service that is not offered', 'Communication Manager parks calls by a feature code that is dialled.', async () => {
        await a.ask('<ParkCall xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed3"/>');
    });
}
