import { byId } from './dom.js';

/** What a person types to log in. */
export interface LogIn {
    readonly extension: string;
    readonly user: string;
    readonly password: string;
    readonly agentId: string;
    readonly agentPassword: string;
}

const remembered = 'softphone.login';

/** The log-in form. It remembers extension and user in this browser tab, never a password. */
export class LoginView {
    private readonly form = byId('login', HTMLFormElement);
    private readonly extension = byId('extension', HTMLInputElement);
    private readonly user = byId('user', HTMLInputElement);
    private readonly password = byId('password', HTMLInputElement);
    private readonly agentId = byId('agent-id', HTMLInputElement);
    private readonly agentPassword = byId('agent-password', HTMLInputElement);

    constructor(submit: (login: LogIn) => void) {
        this.prefill();
        this.form.addEventListener('submit', (event) => {
            event.preventDefault();
            submit(this.read());
        });
    }

    /** Forgets what must not stay in the page. */
    clearPasswords(): void {
        this.password.value = this.agentPassword.value = '';
    }

    focus(): void {
        (this.extension.value === '' ? this.extension : this.user).focus();
    }

    private read(): LogIn {
        const login = {
            extension: this.extension.value.trim(),
            user: this.user.value.trim(),
            password: this.password.value,
            agentId: this.agentId.value.trim(),
            agentPassword: this.agentPassword.value,
        };
        sessionStorage.setItem(remembered, JSON.stringify([login.extension, login.user]));
        return login;
    }

    /** From the address (`?extension=4001&user=anna`), else from the last log-in in this tab. */
    private prefill(): void {
        const query = new URLSearchParams(location.search);
        const [extension, user] = rememberedLogin();
        this.extension.value = query.get('extension') ?? extension;
        this.user.value = query.get('user') ?? user;
    }
}

function rememberedLogin(): [string, string] {
    try {
        const stored: unknown = JSON.parse(sessionStorage.getItem(remembered) ?? '[]');
        const [extension, user] = Array.isArray(stored) ? (stored as unknown[]) : [];
        return [String(extension ?? ''), String(user ?? '')];
    } catch {
        return ['', '']; // storage is switched off or holds something else
    }
}
