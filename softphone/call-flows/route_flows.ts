import { textAt } from '../client/xml/element.js';
import type { Flow, FlowStage } from './flow.js';
import { agentReady, dials } from './people.js';

const csta = 'xmlns="http://www.ecma-international.org/standards/ecma-323/csta/ed3"';

/** A routeing program offers itself for 4902; its registration. */
async function register(flow: FlowStage): Promise<string> {
    const router = await flow.loggedIn('router');
    const { answer } = await router.ask(`<RouteRegister ${csta}><routeingDevice>4902</routeingDevice></RouteRegister>`);
    return textAt(answer, 'routeRegisterReqID') ?? answer.name;
}

async function cancel(flow: FlowStage, registration: string): Promise<void> {
    const router = await flow.loggedIn('router');
    await router.ask(
        `<RouteRegisterCancel ${csta}><routeRegisterReqID>${registration}</routeRegisterReqID></RouteRegisterCancel>`,
    );
}

/** 4001 calls 4902, the program replies, and something happens. */
async function asked(
    flow: FlowStage,
    reply: (registration: string, crossRef: string) => string,
    afterwards: () => Promise<unknown>,
): Promise<void> {
    const registration = await register(flow);
    const router = await flow.loggedIn('router');
    await dials(flow, '4001', '4902');
    const request = await router.hears('RouteRequest');
    router.tells(reply(registration, textAt(request, 'crossRefIdentifier') ?? ''));
    await flow.settle(); // the switch has the reply before anything else happens
    await afterwards();
    await flow.settle();
    await cancel(flow, registration);
}

const request = 'RouteRequest: currentRoute 4902, callingDevice 4001';
const dialled = ['ServiceInitiated c1 4001: initiated, newCall', 'Originated c1 4001: calling 4001, called 4902, initiated, newCall'];

const agentRings = 'Delivered c1 4005: calling 4001, called 4902, last 4902';
const agentData = 'split 4950, distributing 4902, vdn 4902';

/** The dialogue of a routeing program with the switch. */
export const routeFlows: readonly Flow[] = [
    {
        name: 'routeing: the program chooses, hears what was used, and the dialogue ends',
        before: async (flow) => void (await flow.at('4006')),
        play: (flow) =>
            asked(
                flow,
                (registration, crossRef) =>
                    `<RouteSelect ${csta}><crossRefIdentifier>${crossRef}</crossRefIdentifier><routeRegisterReqID>${registration}` +
                    '</routeRegisterReqID><routeSelected>4006</routeSelected><routeUsedReq>true</routeUsedReq></RouteSelect>',
                async () => (await flow.loggedIn('router')).hears('RouteEnd'),
            ),
        hears: {
            4001: [...dialled, 'Delivered c1 4006: calling 4001, called 4902, last 4902, connected, redirected, vdn 4902'],
            4006: ['Delivered c1 4006: calling 4001, called 4902, last 4902, alerting, redirected, vdn 4902'],
            router: [request, 'RouteUsed: callingDevice 4001, routeUsed 4006', 'RouteEnd: unspecified'],
        },
    },
    {
        name: 'routeing: the program gives up, and the vector goes on',
        before: agentReady,
        play: (flow) =>
            asked(
                flow,
                (registration, crossRef) =>
                    `<RouteEnd ${csta}><crossRefIdentifier>${crossRef}</crossRefIdentifier>` +
                    `<routeRegisterReqID>${registration}</routeRegisterReqID></RouteEnd>`,
                () => flow.pass(3_000),
            ),
        hears: {
            4001: [...dialled, `${agentRings}, connected, redirected, ${agentData}`],
            4005: [`${agentRings}, alerting, redirected, ${agentData}`],
            router: [request],
        },
    },
];
