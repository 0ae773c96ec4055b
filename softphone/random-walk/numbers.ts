import { readFile } from 'node:fs/promises';

/** What a walk needs to know of the switch's plan. */
export interface CallControlNumbers {
    readonly stations: readonly string[];
    readonly agents: readonly string[];
    readonly agentPassword: string;
    /** Calls at a time per station. */
    readonly appearances: number;
    /** Numbers behind which vectors and skills wait. */
    readonly vdns: readonly string[];
    /** What is dialled beside stations: outside, busy, unanswered, invalid numbers, agents, VDNs. */
    readonly special: readonly string[];
}

interface Plan {
    readonly stations: readonly { readonly extension: string; readonly appearances?: number }[];
    readonly agents: readonly { readonly agentId: string; readonly password: string }[];
    readonly trunkGroups?: readonly { readonly accessCode: string }[];
    readonly farEnds?: readonly { readonly dialled: string }[];
    readonly vdns?: readonly { readonly extension: string }[];
}

const usualAppearances = 3;

/** Reads the plan file that the simulator was started with. */
export async function readNumbers(planFile: string): Promise<CallControlNumbers> {
    const plan = JSON.parse(await readFile(planFile, 'utf8')) as Plan;
    const access = plan.trunkGroups?.[0]?.accessCode;
    const outside = access === undefined ? [] : (plan.farEnds ?? []).map(({ dialled }) => access + dialled.replace('*', '0301234'));
    const agents = plan.agents.flatMap(({ agentId }) => range(agentId));
    const vdns = (plan.vdns ?? []).flatMap(({ extension }) => range(extension));
    return {
        vdns,
        stations: plan.stations.flatMap(({ extension }) => range(extension)),
        agents,
        agentPassword: plan.agents[0]?.password ?? '',
        appearances: plan.stations[0]?.appearances ?? usualAppearances,
        special: [...outside, ...vdns, ...vdns, ...agents.slice(0, 2), '7777'],
    };
}

/** `4001-4003` as three numbers. */
function range(text: string): readonly string[] {
    const [first = '', last = first] = text.split('-');
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => String(Number(first) + index));
}
