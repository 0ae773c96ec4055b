import type { Phone } from '../client/index.js';
import type { Ctisim } from './ctisim.js';
import type { Stage } from './stage.js';

/** Who plays. */
export interface Cast {
    readonly a: Phone;
    readonly b: Phone;
    readonly ctisim: Ctisim;
    readonly agentPassword: string;
}

/** A number beyond the switch. */
const customer = '0301234567';

/** The whole day, in the order of the transcript. */
export async function playDay(stage: Stage, cast: Cast): Promise<void> {
    await agentsBegin(stage, cast);
    await internalCall(stage, cast);
    await transferredCall(stage, cast);
    await conferencedCall(stage, cast);
    await agentsEnd(stage, cast);
}

async function agentsBegin(stage: Stage, { a, b, agentPassword }: Cast): Promise<void> {
    await stage.step(`agent 2001 logs in at ${a.extension}`, () => a.agent.logIn('2001', agentPassword));
    await stage.step(`agent 2002 logs in at ${b.extension}`, () => b.agent.logIn('2002', agentPassword));
    await stage.step('agent 2001 is ready, auto-in', () => a.agent.ready('autoIn'));
    await stage.step('agent 2002 is ready, manual-in', () => b.agent.ready('manualIn'));
    await stage.step('agent 2002 is ready, auto-in', () => b.agent.ready('autoIn'));
}

async function internalCall(stage: Stage, { a, b }: Cast): Promise<void> {
    const [x, y] = [a.extension, b.extension];
    await stage.step(`${x} calls ${y}: it rings`, () => a.dial(y), {
        [x]: [`connected: ${y} alerting`],
        [y]: [`alerting: ${x} connected`],
    });
    await stage.step(`${y} answers`, () => b.answer(only(b)), talking(x, y));
    await stage.step(`${y} holds`, () => b.hold(only(b)), { [x]: [`connected: ${y} hold`], [y]: [`hold: ${x} connected`] });
    await stage.step(`${y} retrieves`, () => b.retrieve(only(b)), talking(x, y));
    await stage.step(`${x} hangs up: both are free`, () => a.hangUp(only(a)));
}

async function transferredCall(stage: Stage, { a, b, ctisim }: Cast): Promise<void> {
    const [x, y] = [a.extension, b.extension];
    const held = { [x]: ['connected: ' + `${y} connected`, 'hold: outside connected'], [y]: [`connected: ${x} connected`] };
    await stage.step(`${customer} calls ${x}: it rings`, () => ctisim.call(customer, x), { [x]: ['alerting: outside connected'] });
    await stage.step(`${x} answers`, () => a.answer(only(a)), { [x]: ['connected: outside connected'] });
    await stage.step(`${x} consults ${y}: the customer is on hold, ${y} rings`, () => a.consult(only(a), y), {
        [x]: [`connected: ${y} alerting`, 'hold: outside connected'],
        [y]: [`alerting: ${x} connected`],
    });
    await stage.step(`${y} answers`, () => b.answer(only(b)), held);
    await stage.step(`${x} swaps to the customer`, () => a.alternate(), {
        [x]: ['connected: outside connected', `hold: ${y} connected`],
        [y]: [`connected: ${x} hold`],
    });
    await stage.step(`${x} swaps back`, () => a.alternate(), held);
    await stage.step(`${x} transfers: ${y} talks to the customer`, () => a.transfer(), { [y]: ['connected: outside connected'] });
    await stage.step(`${y} hangs up: the call is gone`, () => b.hangUp(only(b)));
}

async function conferencedCall(stage: Stage, { a, b, ctisim }: Cast): Promise<void> {
    const [x, y] = [a.extension, b.extension];
    let callId = 0;
    await stage.step(`${customer} calls ${y}: it rings`, async () => (callId = await ctisim.call(customer, y)), {
        [y]: ['alerting: outside connected'],
    });
    await stage.step(`${y} answers`, () => b.answer(only(b)), { [y]: ['connected: outside connected'] });
    await stage.step(`${y} consults ${x}`, () => b.consult(String(callId), x), {
        [x]: [`alerting: ${y} connected`],
        [y]: [`connected: ${x} alerting`, 'hold: outside connected'],
    });
    await stage.step(`${x} answers`, () => a.answer(only(a)), {
        [x]: [`connected: ${y} connected`],
        [y]: [`connected: ${x} connected`, 'hold: outside connected'],
    });
    await stage.step('all three confer', () => b.conference(), {
        [x]: [`connected: ${y} connected, outside connected`],
        [y]: [`connected: ${x} connected, outside connected`],
    });
    await stage.step(`${y} leaves the conference`, () => b.hangUp(only(b)), { [x]: ['connected: outside connected'] });
    await stage.step('the customer hangs up: the call is gone', () => customerLeaves(ctisim, only(a)));
}

async function agentsEnd(stage: Stage, { a, b }: Cast): Promise<void> {
    await stage.step('agent 2001 is not ready, reason 3', () => a.agent.notReady(3));
    await stage.step('agent 2002 does after-call work', () => b.agent.afterCallWork());
    await stage.step('agent 2001 logs out', () => a.agent.logOut());
    await stage.step('agent 2002 logs out', () => b.agent.logOut());
}

function talking(x: string, y: string) {
    return { [x]: [`connected: ${y} connected`], [y]: [`connected: ${x} connected`] };
}

/** ID of the one call a phone has. */
function only(phone: Phone): string {
    const [call, another] = phone.calls;
    if (!call || another) throw new Error(`${phone.extension} has ${phone.calls.length} calls, one was expected`);
    return call.id;
}

async function customerLeaves(ctisim: Ctisim, callId: string): Promise<void> {
    const call = (await ctisim.truth()).calls.find((candidate) => String(candidate.callId) === callId);
    const trunk = call?.connections.find(({ kind }) => kind === 'trunk');
    if (!trunk) throw new Error(`the switch has no trunk in call ${callId}`);
    await ctisim.hangUp(Number(callId), trunk.device);
}
