import {
    clearCall,
    forwardCalls,
    getDoNotDisturb,
    getForwarding,
    getMessageWaiting,
    makeCall,
    makePredictiveCall,
    monitorCall,
    monitorCallsVia,
    setDoNotDisturb,
    setMessageWaiting,
    stopForwarding,
} from '../client/index.js';
import { textAt } from '../client/xml/element.js';
import type { Stage } from './stage.js';

const csta = 'xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed3"';
const avaya = 'xmlns="http://www.avaya.com/csta"';

/** Features of devices, and what the switch knows of them. */
export async function playFeatures(stage: Stage): Promise<void> {
    const a = await stage.at('4001');
    await stage.section('Features', 'SetForwarding and GetForwarding', 'Sends all calls elsewhere. Communication Manager lets programs set forwardImmediate only.', async () => {
        await a.does(forwardCalls('4001', '4002'));
        await a.hears('ForwardingEvent');
        await a.does(getForwarding('4001'));
        await a.does(stopForwarding('4001'));
    });
    await stage.section('Features', 'SetDoNotDisturb and GetDoNotDisturb', 'Send-all-calls on Communication Manager: calls go to coverage.', async () => {
        const b = await stage.at('4007');
        await b.does(setDoNotDisturb('4007', true));
        await b.hears('DoNotDisturbEvent');
        await b.does(getDoNotDisturb('4007'));
        await b.does(setDoNotDisturb('4007', false));
    });
    await stage.section('Features', 'SetMessageWaitingIndicator and GetMessageWaitingIndicator', 'The message lamp. Private data names the application that lit it.', async () => {
        await a.does(setMessageWaiting('4001', true));
        await a.hears('MessageWaitingEvent');
        await a.does(getMessageWaiting('4001'));
        await a.does(setMessageWaiting('4001', false));
    });
    await stage.section('Questions', 'GetLogicalDeviceInformation', 'What a device is.', async () => {
        await a.ask(`<GetLogicalDeviceInformation ${csta}><device>4001</device></GetLogicalDeviceInformation>`);
    });
    await stage.section('Questions', 'GetSwitchingFunctionCaps', 'What the switch can do.', async () => {
        await a.ask(`<GetSwitchingFunctionCaps ${csta}/>`);
    });
    await stage.section('Questions', 'GetSwitchingFunctionDevices', 'The devices you may use; they follow in segments.', async () => {
        await a.ask(`<GetSwitchingFunctionDevices ${csta}/>`);
        await a.hears('SwitchingFunctionDevices');
    });
    await stage.section('Questions', 'GetPhysicalDeviceName', 'Avaya: the name administered for an extension.', async () => {
        await a.ask(`<GetPhysicalDeviceName ${avaya}><device>4001</device></GetPhysicalDeviceName>`);
    });
    await stage.section('Questions', 'GetAcdSplit', 'Avaya: agents and calls of a skill.', async () => {
        await a.ask(`<GetAcdSplit ${avaya}><device>4950</device></GetAcdSplit>`);
    });
    await stage.section('Questions', 'GetTimeOfDay', 'Avaya: the clock of the switch.', async () => {
        await a.ask(`<GetTimeOfDay ${avaya}><switchName>CM1</switchName></GetTimeOfDay>`);
    });
}

/** Calls seen from outside them, and calls whose way a program chooses. */
export async function playCallCentre(stage: Stage): Promise<void> {
    const a = await stage.at('4001');
    const watcher = await stage.loggedIn('watcher');
    await stage.section('Monitors and snapshots', 'MonitorStart of calls via a VDN', 'Every call that passes the VDN, to its end. Events have no localConnectionInfo. This call waits in a queue, and its caller gives up.', async () => {
        await watcher.does(monitorCallsVia('4900'));
        const { connection } = await stage.unseen(() => a.does(makeCall({ callingDevice: '4001', calledNumber: '4900' })));
        await watcher.hears('QueuedEvent');
        await a.ask(
            `<ClearConnection ${csta}><connectionToBeCleared><callID>${connection.callId}</callID><deviceID>4001</deviceID>` +
                '</connectionToBeCleared></ClearConnection>',
        );
        await watcher.hears('CallClearedEvent');
    });
    await stage.section('Monitors and snapshots', 'MonitorStart of one call', 'One call, to its end; then the server stops the monitor by itself.', async () => {
        const { connection } = await stage.unseen(() => a.does(makeCall({ callingDevice: '4001', calledNumber: '4002' })));
        await watcher.does(monitorCall(connection));
        await stage.unseen(() => a.does(clearCall(connection)));
        await watcher.hears('MonitorStop');
    });
    await stage.section('Call control', 'MakePredictiveCall', 'Calls a number and gives the call to a device only when somebody has answered. The reason says who did.', async () => {
        await a.does(makePredictiveCall({ callingDevice: '4001', calledNumber: '90301234567' }));
        await a.hears('DeliveredEvent');
    });
    await stage.section('Routeing', 'RouteRegister, RouteRequest, RouteSelect, RouteUsed, RouteEnd', 'A program says where calls to a VDN go. RouteSelect has no positive answer; what came of it follows as RouteUsed, if asked for, and RouteEnd.', async () => {
        const router = await stage.loggedIn('router');
        const { answer } = await router.ask(`<RouteRegister ${csta}><routeingDevice>4901</routeingDevice></RouteRegister>`);
        const registration = textAt(answer, 'routeRegisterReqID') ?? '';
        await stage.control.attempt({ do: 'call', from: '0301234567', to: '4901', digits: '4711' });
        const request = await router.hears('RouteRequest');
        router.tells(
            `<RouteSelect ${csta}><crossRefIdentifier>${textAt(request, 'crossRefIdentifier') ?? ''}</crossRefIdentifier>` +
                `<routeRegisterReqID>${registration}</routeRegisterReqID><routeSelected>4001</routeSelected>` +
                '<routeUsedReq>true</routeUsedReq></RouteSelect>',
        );
        await router.hears('RouteEnd');
        await router.ask(
            `<RouteRegisterCancel ${csta}><routeRegisterReqID>${registration}</routeRegisterReqID></RouteRegisterCancel>`,
        );
    });
}
