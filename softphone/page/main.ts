import { CstaClient, Phone, SessionError, type ClientState, type PhoneState } from '../client/index.js';
import { AgentView } from './agent_view.js';
import { CallsView } from './calls_view.js';
import { byId, setText } from './dom.js';
import { LogView } from './log_view.js';
import { LoginView, type LogIn } from './login_view.js';
import { ProblemView } from './problem_view.js';
import { installShortcuts } from './shortcuts.js';
import { StatusView } from './status_view.js';

/** One log-in, from the form to the log-out. */
interface Desk {
    readonly client: CstaClient;
    readonly phone: Phone;
}

let desk: Desk | undefined;

const loginPane = byId('login-view', HTMLElement);
const phonePane = byId('phone-view', HTMLElement);
const who = byId('who', HTMLParagraphElement);
const logOutButton = byId('log-out', HTMLButtonElement);

const problems = new ProblemView();
const log = new LogView();
const status = new StatusView(() => void desk?.client.checkConnection());
const calls = new CallsView(() => desk?.phone, problems);
const agent = new AgentView(() => desk?.phone, problems);
const login = new LoginView(open);

/** Connects, and shows the phone while it does: its banner tells how far it has come. */
function open({ extension, user, password, agentId, agentPassword }: LogIn): void {
    problems.clear();
    const address = new URL('/', location.href);
    address.protocol = 'wss:';
    const client = new CstaClient({ url: address.href, user, password, applicationId: 'sample-softphone' });
    const phone = new Phone(client, extension);
    const opened: Desk = { client, phone };
    desk = opened;
    client.on('traffic', (traffic) => log.add(traffic));
    client.on('state', (state) => desk === opened && clientChanged(state));
    phone.on('state', (state) => desk === opened && phoneChanged(state));
    phone.on('change', () => desk === opened && show());
    phone.on('ended', ({ missed, call }) => {
        const other = call.parties[0]?.number ?? 'somebody';
        if (missed) problems.say(`A call with ${other} ended while the connection to the telephone system was lost.`);
    });
    if (agentId !== '') whenReady(phone, () => void agent.logIn(agentId, agentPassword));
    setText(who, `Extension ${extension}, ${user}`);
    showPane(true);
    client.start().catch(() => undefined); // the state listener deals with it
    login.clearPasswords();
}

function whenReady(phone: Phone, action: () => void): void {
    const stop = phone.on('state', ({ phase }) => {
        if (phase !== 'ready') return;
        stop();
        action();
    });
}

function clientChanged(state: ClientState): void {
    if (state.phase !== 'ended') return show();
    const { fault, reason } = state;
    if (fault) leave(fault instanceof SessionError ? fault.sentence : `${fault.sentence} Log in again.`, fault.detail);
    else leave(reason === 'stopped' ? undefined : `The server ended the session: ${reason}. Log in again.`);
}

function phoneChanged(state: PhoneState): void {
    if (state.phase === 'refused' && desk) {
        const { client, phone } = desk;
        leave(`Extension ${phone.extension}: ${state.fault.sentence}`, state.fault.detail);
        void client.stop();
    }
}

/** Back to the log-in form, with the reason if there is one. */
function leave(sentence: string | undefined, detail?: string): void {
    desk = undefined;
    setText(who, '');
    status.show({ phase: 'idle' }, { phase: 'offline' });
    calls.show([], false);
    showPane(false);
    login.focus();
    if (sentence !== undefined) problems.say(sentence, detail);
}

function showPane(phone: boolean): void {
    loginPane.hidden = phone;
    phonePane.hidden = logOutButton.hidden = !phone;
    if (phone) calls.focusNumber();
}

function show(): void {
    if (!desk) return;
    const { client, phone } = desk;
    const usable = client.state.phase === 'online' && phone.state.phase === 'ready';
    status.show(client.state, phone.state);
    calls.show(phone.calls, usable);
    agent.show(phone.agent.status, usable);
    phonePane.dataset['stale'] = String(!usable);
}

function installKeys(): void {
    installShortcuts(
        [
            { key: 'n', caption: 'number field', run: () => calls.focusNumber() },
            { key: 'a', caption: 'answer', run: () => void calls.runOnBest('answer') },
            { key: 'h', caption: 'hold or retrieve', run: () => void calls.toggleHold() },
            { key: 'c', caption: 'consult the number in the field', run: () => void calls.startConsultation() },
            { key: 't', caption: 'transfer', run: () => void calls.runOnBest('transfer') },
            { key: 'j', caption: 'join to a conference', run: () => void calls.runOnBest('conference') },
            { key: 's', caption: 'swap active and held call', run: () => void calls.runOnBest('alternate') },
            { key: 'x', caption: 'hang up', run: () => void calls.runOnBest('hangUp') },
            { key: 'r', caption: 'agent ready, auto-in', run: () => void agent.ready('autoIn') },
            { key: 'p', caption: 'agent not ready', run: () => void agent.notReady() },
        ],
        () => desk !== undefined,
    );
}

/** Networks change and computers sleep: ask at once instead of waiting for the next keep-alive. */
function watchBrowser(): void {
    const check = () => void desk?.client.checkConnection();
    window.addEventListener('online', check);
    window.addEventListener('offline', check);
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && check());
    window.addEventListener('pagehide', () => void desk?.client.stop());
}

logOutButton.addEventListener('click', () => void desk?.client.stop());
installKeys();
watchBrowser();
login.focus();
