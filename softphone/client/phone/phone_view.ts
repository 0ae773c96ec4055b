import { backOffDelay } from '../connection/back_off.js';
import type { Clock } from '../connection/clock.js';
import { systemClock } from '../connection/clock.js';
import type { CstaClient } from '../connection/csta_client.js';
import { Emitter } from '../connection/emitter.js';
import type { ConnectionId } from '../messages/devices.js';
import { CstaError, DisconnectedError, RequestError, TimeoutError } from '../messages/errors.js';
import { isAgentEvent, isFeatureEvent, type CstaEvent } from '../messages/events.js';
import { monitorStart, monitorStop, snapshotCall, snapshotDevice } from '../messages/monitoring.js';
import type { Service } from '../messages/service.js';
import type { SystemStatus } from '../messages/system.js';
import { AgentDesk } from './agent_desk.js';
import { applied } from './applied.js';
import type { Call } from './call.js';
import type { ModelChange } from './call_table.js';
import { PhoneModel } from './phone_model.js';
import type { PhoneEvents, PhoneState } from './phone_state.js';

const downStates: readonly SystemStatus[] = ['disabled', 'initializing'];
const upStates: readonly SystemStatus[] = ['enabled', 'normal', 'messagesLost'];

/**
 * One extension as the switch has it, kept right through lost connections, restarted servers and switch links. Make
 * it before the client starts: it sets itself up on every new session.
 */
export class PhoneView extends Emitter<PhoneEvents> {
    readonly agent: AgentDesk;
    private readonly model: PhoneModel;
    private current: PhoneState = { phase: 'offline' };
    private monitor: string | undefined;
    private round = 0;
    private occupation = 'free';
    private cancelRetry: () => void = () => undefined;
    private readonly stopListening: (() => void)[];

    constructor(
        protected readonly client: CstaClient,
        readonly extension: string,
        private readonly clock: Clock = systemClock,
    ) {
        super();
        this.model = new PhoneModel(extension);
        this.agent = new AgentDesk(client, extension, () => this.emit('change', undefined));
        this.stopListening = [
            client.on('session', ({ resumed }) => this.sessionStarted(resumed)),
            client.on('event', (event) => this.receive(event)),
            client.on('monitorStopped', (monitor) => this.monitorStopped(monitor)),
            client.on('systemStatus', (status) => this.systemStatus(status)),
            client.on('state', ({ phase }) => phase !== 'online' && this.goOffline()),
        ];
    }

    get state(): PhoneState {
        return this.current;
    }

    /** All calls, the oldest first. */
    get calls(): readonly Call[] {
        return this.model.calls;
    }

    /** The call with that ID. */
    call(id: string): Call | undefined {
        return this.model.call(id);
    }

    /** Ends the monitor and listens no more. The client goes on. */
    async close(): Promise<void> {
        for (const stop of this.stopListening) stop();
        this.cancelRetry();
        ++this.round;
        await this.dropMonitor();
    }

    /** The extension's connection in a call, as requests want it. */
    protected own(callId: string): ConnectionId {
        return this.model.call(callId)?.connection ?? { callId, deviceId: this.extension };
    }

    /** A request that makes a call, whose answer also tells the model which number the call is for. */
    protected dialling<Answer extends { readonly connection: ConnectionId }>(
        service: Service<Answer>,
        number: string,
    ): Service<Answer> {
        return applied(service, ({ connection }) => void this.report(this.model.dialled(connection.callId, number)));
    }

    private sessionStarted(resumed: boolean): void {
        if (resumed) return void this.resume();
        this.monitor = undefined; // it was of another session
        void this.synchronise(0);
    }

    /** Monitor, snapshot, agent; each round makes the ones before it void. */
    private async synchronise(attempt: number): Promise<void> {
        const round = ++this.round;
        this.cancelRetry();
        void this.dropMonitor();
        this.enter({ phase: 'synchronising' });
        try {
            await this.client.send(applied(monitorStart(this.extension), ({ crossRefId }) => (this.monitor = crossRefId)));
            await this.compare();
            await this.refreshAgent();
            if (round === this.round) this.enter({ phase: 'ready' });
        } catch (fault) {
            if (round === this.round) this.synchroniseFailed(fault, attempt);
        }
    }

    private synchroniseFailed(fault: unknown, attempt: number): void {
        if (fault instanceof DisconnectedError) return; // the next session starts anew
        if (!(fault instanceof RequestError)) throw fault;
        if (!passes(fault)) return this.enter({ phase: 'refused', fault });
        this.enter({ phase: 'unavailable', sentence: fault.sentence });
        const delay = backOffDelay({ firstMs: 500, capMs: 10_000 }, attempt, () => this.clock.random());
        this.cancelRetry = this.clock.after(delay, () => void this.synchronise(attempt + 1));
    }

    /** Asks the switch which calls there are and who is in them. */
    private async compare(): Promise<void> {
        const unsure: string[] = [];
        const service = applied(snapshotDevice(this.extension), (snapshot) => {
            unsure.push(...this.report(this.model.applyDeviceSnapshot(snapshot)));
        });
        await this.client.send(service);
        await Promise.all(unsure.map((id) => this.compareCall(id)));
    }

    private async compareCall(id: string): Promise<void> {
        const service = applied(snapshotCall(this.own(id)), (snapshot) => {
            this.report(this.model.applyCallSnapshot(id, snapshot));
        });
        // Refused: the call has ended meanwhile, which its events tell.
        await this.client.send(service).catch(unless(CstaError));
    }

    private async refreshAgent(): Promise<void> {
        // Refused: the extension is none at which agents work.
        await this.agent.refresh().catch(unless(CstaError));
    }

    private receive(event: CstaEvent): void {
        if (event.monitor !== this.monitor) return;
        if (event.kind === 'Other' || isFeatureEvent(event)) {
            // passed on below
        } else if (isAgentEvent(event)) {
            if (this.agent.apply(event)) this.inBackground(this.refreshAgent());
        } else {
            for (const id of this.report(this.model.apply(event))) this.inBackground(this.compareCall(id));
        }
        this.emit('event', event);
    }

    /** Tells listeners what changed; gives back the calls that should be asked about. */
    private report(change: ModelChange): readonly string[] {
        for (const call of change.added) this.emit('added', call);
        for (const ended of change.ended) this.emit('ended', ended);
        this.watchOccupation();
        this.emit('change', undefined);
        return change.unsure;
    }

    /** A first or last call, and its answering, change what the agent does, mostly without an event that says so. */
    private watchOccupation(): void {
        const talking = this.calls.some(({ state }) => state === 'connected' || state === 'hold');
        const occupation = talking ? 'talking' : this.calls.length > 0 ? 'called' : 'free';
        if (occupation === this.occupation) return;
        this.occupation = occupation;
        if (this.agent.status.loggedOn && this.current.phase === 'ready') this.inBackground(this.refreshAgent());
    }

    private monitorStopped(monitor: string): void {
        if (monitor !== this.monitor) return;
        this.monitor = undefined;
        void this.synchronise(0);
    }

    private async dropMonitor(): Promise<void> {
        const { monitor } = this;
        this.monitor = undefined;
        // Refused or disconnected: then it is gone anyway.
        if (monitor !== undefined) await this.client.send(monitorStop(monitor)).catch(unless(RequestError));
    }

    private systemStatus(status: SystemStatus): void {
        if (downStates.includes(status)) {
            this.enter({ phase: 'unavailable', sentence: 'There is no link to the switch at the moment.' });
        } else if (upStates.includes(status) && this.current.phase !== 'synchronising') {
            void this.resume();
        }
    }

    /** The session goes on, or the switch is back: the monitor may have survived, the view of the calls may not. */
    private async resume(): Promise<void> {
        if (this.monitor === undefined) return this.synchronise(0);
        const round = ++this.round;
        try {
            await this.compare();
            await this.refreshAgent();
            if (round === this.round) this.enter({ phase: 'ready' });
        } catch (fault) {
            if (round === this.round) this.synchroniseFailed(fault, 0);
        }
    }

    private goOffline(): void {
        ++this.round;
        this.cancelRetry();
        if (this.current.phase !== 'offline') this.enter({ phase: 'offline' });
    }

    /** A failure here shows in the client's state, or is made good by the next snapshot. */
    private inBackground(work: Promise<void>): void {
        work.catch(unless(RequestError));
    }

    private enter(state: PhoneState): void {
        this.current = state;
        this.emit('state', state);
        this.emit('change', undefined);
    }
}

/** True for failures that go away by themselves. */
function passes(fault: RequestError): boolean {
    if (fault instanceof TimeoutError) return true;
    return fault instanceof CstaError && ['systemResourceAvailibility', 'performanceManagement'].includes(fault.category);
}

/** For `catch`: swallows failures of that class and throws on all others. */
function unless(expected: new (...parameters: never[]) => Error): (fault: unknown) => void {
    return (fault) => {
        if (!(fault instanceof expected)) throw fault;
    };
}
