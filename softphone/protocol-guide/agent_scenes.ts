import { getAgentState, setAgentState } from '../client/index.js';
import type { Stage } from './stage.js';

/** An agent's day in four requests. */
export async function playAgents(stage: Stage): Promise<void> {
    const a = await stage.at('4005');
    const agent = { device: '4005', agentId: '2005' };
    await stage.section('Agents', 'SetAgentState: log on', 'The password is hexBinary, like all octets in CSTA XML. Work modes are Avaya\'s and stand in private data.', async () => {
        await a.does(setAgentState({ ...agent, state: 'loggedOn', password: '1234', workMode: 'auxWork' }));
        await a.hears('AgentLoggedOnEvent');
    });
    await stage.section('Agents', 'SetAgentState: ready', 'Auto-in takes the next call at once, manual-in when the agent is ready again.', async () => {
        await a.does(setAgentState({ ...agent, state: 'ready', workMode: 'autoIn' }));
        await a.hears('AgentReadyEvent');
    });
    await stage.section('Agents', 'GetAgentState', 'Where Communication Manager sends no agent events, the engine asks it and sends them; GetAgentState asks at once.', async () => {
        await a.does(getAgentState('4005'));
    });
    await stage.section('Agents', 'SetAgentState: not ready, with a reason', 'Reason codes are 0 to 99 and go with not ready and log-off only. enablePending lets the change wait for the end of a call.', async () => {
        await a.does(setAgentState({ ...agent, state: 'notReady', workMode: 'auxWork', reasonCode: 3, enablePending: true }));
        await a.hears('AgentNotReadyEvent');
    });
    await stage.section('Agents', 'SetAgentState: log off', 'The end of the day.', async () => {
        await a.does(setAgentState({ ...agent, state: 'loggedOff' }));
        await a.hears('AgentLoggedOffEvent');
    });
}
