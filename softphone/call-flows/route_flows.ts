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

/** 4001 calls 4902; the dialogue's cross reference and what ends it. */
async function asked(flow: FlowStage, reply: (registration: string, crossRef: string) => string): Promise<void> {
    const registration = await register(flow);
    const router = await flow.loggedIn('router');
    await dials(flow, '4001', '4902');
    const request = await router.hears('RouteRequest');
    router.tells(reply(registration, textAt(request, 'crossRefIdentifier') ?? ''));
    await router.hears('RouteEnd');
    await flow.settle();
    await cancel(flow, registration);
}

const request = 'RouteRequest: currentRoute 4902, callingDevice 4001';
const dialled = ['ServiceInitiated c1 4001: initiated, newCall', 'Originated c1 4001: calling 4001, called 4902, initiated, newCall'];

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
            ),
        hears: { 4001: dialled, router: [request, 'RouteEnd: unspecified'] },
    },
];
