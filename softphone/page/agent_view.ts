import type { AgentStatus, Phone } from '../client/index.js';
import { byId, setText } from './dom.js';
import type { ProblemView } from './problem_view.js';
import { agentState } from './wording.js';

/** The agent's state and the buttons that change it. */
export class AgentView {
    private readonly state = byId('agent-state', HTMLSpanElement);
    private readonly dot = byId('agent-dot', HTMLSpanElement);
    private readonly login = byId('agent-login', HTMLFormElement);
    private readonly loginId = byId('agent-login-id', HTMLInputElement);
    private readonly loginPassword = byId('agent-login-password', HTMLInputElement);
    private readonly actions = byId('agent-actions', HTMLDivElement);
    private readonly auto = byId('agent-auto', HTMLButtonElement);
    private readonly manual = byId('agent-manual', HTMLButtonElement);
    private readonly pause = byId('agent-not-ready', HTMLButtonElement);
    private readonly reason = byId('agent-reason', HTMLInputElement);
    private readonly afterCall = byId('agent-after-call', HTMLButtonElement);
    private readonly logout = byId('agent-logout', HTMLButtonElement);

    constructor(
        private readonly phone: () => Phone | undefined,
        private readonly problems: ProblemView,
    ) {
        this.login.addEventListener('submit', (event) => {
            event.preventDefault();
            void this.logIn(this.loginId.value, this.loginPassword.value);
        });
        this.auto.addEventListener('click', () => void this.ready('autoIn'));
        this.manual.addEventListener('click', () => void this.ready('manualIn'));
        this.pause.addEventListener('click', () => void this.notReady());
        this.afterCall.addEventListener('click', () => void this.change((phone) => phone.agent.afterCallWork()));
        this.logout.addEventListener('click', () => void this.change((phone) => phone.agent.logOut(this.reasonCode)));
    }

    /** Shows the agent; nothing can be changed while `usable` is false. */
    show(status: AgentStatus, usable: boolean): void {
        setText(this.state, agentState(status));
        this.state.dataset['state'] = this.dot.dataset['state'] = status.state;
        this.state.dataset['workMode'] = status.workMode ?? '';
        this.state.dataset['reason'] = String(status.reasonCode ?? 0);
        this.login.hidden = status.loggedOn;
        this.actions.hidden = !status.loggedOn;
        const { state, workMode } = status;
        const working = state === 'agentReady' || state === 'agentBusy';
        press(this.auto, working && workMode === 'autoIn');
        press(this.manual, working && workMode === 'manualIn');
        press(this.pause, state === 'agentNotReady');
        press(this.afterCall, state === 'agentWorkingAfterCall');
        for (const control of [...this.login.elements, ...this.actions.querySelectorAll('button')]) {
            (control as HTMLButtonElement | HTMLInputElement).disabled = !usable;
        }
    }

    /** Logs an agent in, not ready yet. Switches do not tell which agent is at an extension already. */
    async logIn(agentId: string, password: string): Promise<void> {
        if (this.phone()?.agent.status.loggedOn) {
            return this.problems.say(`An agent is logged in at this extension already; ${agentId} was not logged in.`);
        }
        const done = await this.change((phone) => phone.agent.logIn(agentId, password), 'The agent log-in');
        if (done) this.login.reset();
    }

    async ready(workMode: 'autoIn' | 'manualIn'): Promise<void> {
        await this.change((phone) => phone.agent.ready(workMode));
    }

    async notReady(): Promise<void> {
        if (this.reason.reportValidity()) await this.change((phone) => phone.agent.notReady(this.reasonCode));
    }

    private get reasonCode(): number {
        return this.reason.valueAsNumber || 0;
    }

    private async change(
        work: (phone: Phone) => Promise<void>,
        caption = 'The change of the agent’s state',
    ): Promise<boolean> {
        const phone = this.phone();
        return phone !== undefined && this.problems.attempt(caption, () => work(phone));
    }
}

function press(button: HTMLButtonElement, pressed: boolean): void {
    button.classList.toggle('pressed', pressed);
    button.setAttribute('aria-pressed', String(pressed));
}
