import { monitorStart, monitorStop, requestSystemStatus, systemRegister, systemRegisterCancel } from '../client/index.js';
import { resetApplicationSessionTimer, startApplicationSession, stopApplicationSession } from '../client/messages/session.js';
import type { Stage } from './stage.js';

/** From the first message of a connection to the last. */
export async function playSession(stage: Stage): Promise<void> {
    let sessionId = '';
    const party = await stage.newParty('anna');
    await stage.section('Session', 'StartApplicationSession', 'Log-in (ECMA-354): the first request of a connection. Ask for the duration you want between two resets of the timer; what was granted stands in the answer.', async () => {
        const request = { applicationId: 'my softphone', user: 'anna', password: 'secret', cleanupDelay: 60, duration: 180, numbered: false };
        sessionId = (await party.does(startApplicationSession(request))).sessionId;
    });
    await stage.section('Session', 'RequestSystemStatus', 'How the switch is; also before log-in.', async () => {
        await party.does(requestSystemStatus());
    });
    await stage.section('Session', 'SystemRegister and SystemStatus', 'Asks to be told when the link to the switch goes or comes. Here it goes and comes back.', async () => {
        const registration = await party.does(systemRegister());
        await stage.control.attempt({ do: 'link', state: 'down' });
        await party.hears('SystemStatus');
        await stage.control.attempt({ do: 'link', state: 'up' });
        await party.hears('SystemStatus');
        await party.does(systemRegisterCancel(registration));
    });
    await stage.section('Monitors and snapshots', 'MonitorStart', 'All events of a device. The answer leaves before the first event; its monitorCrossRefID stands in each of them.', async () => {
        const { crossRefId } = await party.does(monitorStart('4009'));
        await party.does(monitorStop(crossRefId));
    });
    await stage.section('Session', 'ResetApplicationSessionTimer', 'Keeps the session; send it after a third of the granted time.', async () => {
        await party.does(resetApplicationSessionTimer(sessionId, 180));
    });
    await stage.section('Session', 'StopApplicationSession', 'Log-out. The connection stays and may log in again.', async () => {
        await party.does(stopApplicationSession(sessionId));
    });
    await stage.section('Refusals', 'A request before log-in', 'The connection stays open; three refused log-ins in a row close it with 1008.', async () => {
        await party.ask('<SnapshotDevice xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed3"><snapshotObject>4001</snapshotObject></SnapshotDevice>');
    });
    party.close();
}
