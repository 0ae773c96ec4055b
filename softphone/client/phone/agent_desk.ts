import type { CstaClient } from '../connection/csta_client.js';
import {
    getAgentState,
    setAgentState,
    type AgentReport,
    type AgentState,
    type SetAgentState,
    type WorkMode,
} from '../messages/agent.js';
import type { AgentEvent } from '../messages/events.js';
import { applied } from './applied.js';

/** The agent at an extension. Values are immutable. */
export interface AgentStatus extends AgentReport {
    /** True if the last change waits for the end of the current call. */
    readonly pending: boolean;
}

const nobody: AgentStatus = { loggedOn: false, state: 'agentNull', pending: false };

const stateByEvent: Readonly<Record<AgentEvent['kind'], AgentState>> = {
    AgentLoggedOn: 'agentNotReady',
    AgentLoggedOff: 'agentNull',
    AgentNotReady: 'agentNotReady',
    AgentReady: 'agentReady',
    AgentBusy: 'agentBusy',
    AgentWorkingAfterCall: 'agentWorkingAfterCall',
};

/**
 * What the agent at an extension does, and the ways to change it. Switches rarely report changes at a station, so the
 * state is asked for after each change made here, after each call, and on every new session.
 */
export class AgentDesk {
    private current: AgentStatus = nobody;
    private agentId: string | undefined;

    /** `changed` is called after each change of {@link status}. */
    constructor(
        private readonly client: CstaClient,
        private readonly extension: string,
        private readonly changed: () => void,
    ) {}

    get status(): AgentStatus {
        return this.current;
    }

    /** Logs an agent on; the agent starts not ready unless the work mode says otherwise. */
    async logIn(agentId: string, password: string, workMode: WorkMode = 'auxWork'): Promise<void> {
        await this.set({ device: this.extension, state: 'loggedOn', agentId, password, workMode });
    }

    /** Logs the agent off. `reasonCode` 0 means none. */
    async logOut(reasonCode = 0): Promise<void> {
        await this.set({ ...this.target('loggedOff'), reasonCode, enablePending: false });
    }

    /** Takes calls: with `autoIn` again as soon as one has ended, with `manualIn` after pressing ready again. */
    async ready(workMode: 'autoIn' | 'manualIn'): Promise<void> {
        await this.set({ ...this.target('ready'), workMode, enablePending: true });
    }

    /** Takes no calls, for a reason (0 = none given). */
    async notReady(reasonCode = 0): Promise<void> {
        await this.set({ ...this.target('notReady'), workMode: 'auxWork', reasonCode, enablePending: true });
    }

    /** Takes no calls because of work that the last call caused. */
    async afterCallWork(): Promise<void> {
        await this.set({ ...this.target('workingAfterCall'), workMode: 'afterCallWork', enablePending: true });
    }

    /** Asks the switch. */
    async refresh(): Promise<void> {
        await this.client.send(applied(getAgentState(this.extension), (report) => this.take(report)));
    }

    /** Applies an agent event; true if it should be followed by {@link refresh}, as events tell only a part. */
    apply(event: AgentEvent): boolean {
        const device = event.device.id;
        if (device !== undefined && device.split(':', 1)[0] !== this.extension) return false;
        this.agentId = event.agentId ?? this.agentId;
        this.take({
            loggedOn: event.kind !== 'AgentLoggedOff',
            state: stateByEvent[event.kind],
            agentId: this.agentId,
            reasonCode: event.reasonCode,
        });
        return true;
    }

    private async set(request: SetAgentState): Promise<void> {
        const { pending } = await this.client.send(setAgentState(request));
        this.agentId = request.agentId ?? this.agentId;
        if (pending !== this.current.pending) this.enter({ ...this.current, pending });
        await this.refresh();
    }

    private target(state: SetAgentState['state']): SetAgentState {
        const { extension: device, agentId } = this;
        return agentId === undefined ? { device, state } : { device, state, agentId };
    }

    private take(report: AgentReport): void {
        if (!report.loggedOn) this.agentId = undefined;
        const pending = report.pendingState !== undefined || (this.current.pending && report.onCall === true);
        this.enter(report.loggedOn ? { ...report, agentId: report.agentId ?? this.agentId, pending } : nobody);
    }

    private enter(status: AgentStatus): void {
        this.current = status;
        this.changed();
    }
}
