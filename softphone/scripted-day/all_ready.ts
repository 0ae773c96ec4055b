import type { CstaClient, Phone } from '../client/index.js';
import { withDeadline } from './stage.js';

/** Starts the clients; resolves when all are logged in and in step with the switch; fails with what keeps them from it. */
export async function allReady(clients: readonly CstaClient[], phones: readonly Phone[], limitMs: number): Promise<void> {
    const ready = phones.map(
        (phone) =>
            new Promise<void>((resolve, reject) => {
                phone.on('state', (state) => {
                    if (state.phase === 'ready') resolve();
                    if (state.phase === 'refused') reject(new Error(`${phone.extension}: ${state.fault.message}`));
                });
            }),
    );
    const work = Promise.all([...clients.map((client) => client.start()), ...ready]);
    await withDeadline(work, Date.now() + limitMs).catch((fault: unknown) => {
        const states = clients.map(({ state }) => ('reason' in state ? `${state.phase}: ${state.reason}` : state.phase));
        throw new Error(`${String(fault)} (${[...states, ...phones.map(({ state }) => state.phase)].join(', ')})`);
    });
}
