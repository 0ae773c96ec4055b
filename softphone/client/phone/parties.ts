import type { ConnectionId, ConnectionState, DeviceRef } from '../messages/devices.js';
import { isTrunkName, type Party } from './call.js';

/** Finds the party of that name: the one with that device, else one known only by that number. */
export function namedParty(parties: readonly Party[], deviceId: string, number?: string): Party | undefined {
    const byDevice = parties.find((party) => party.deviceId === deviceId);
    if (byDevice) return byDevice;
    const unplaced = parties.filter((party) => party.deviceId === undefined);
    return unplaced.find((party) => party.number === deviceId || party.number === number);
}

/**
 * Finds the party that a connection of the parties' own call belongs to: by name, else, for a trunk, the one party
 * whose device is not known yet (an outside caller, named by number when the call came in).
 */
export function findParty(parties: readonly Party[], deviceId: string, number?: string): Party | undefined {
    const named = namedParty(parties, deviceId, number);
    if (named || !isTrunkName(deviceId)) return named;
    const unplaced = parties.filter((party) => party.deviceId === undefined);
    return unplaced.length === 1 ? unplaced[0] : undefined;
}

/** Adds a party or changes its state. `number` is what to show for a new party. */
export function withParty(
    parties: readonly Party[],
    connection: ConnectionId,
    state: ConnectionState,
    number?: string,
): readonly Party[] {
    const { deviceId } = connection;
    const known = findParty(parties, deviceId, number);
    const next: Party = { number: bestNumber(known?.number, number, deviceId), deviceId, state };
    return known ? parties.map((party) => (party === known ? next : party)) : [...parties, next];
}

/**
 * Adds the caller that an event names, of whom only the number is known. Does nothing if other parties are known
 * already: the caller named may have left meanwhile, by a transfer.
 */
export function withCaller(parties: readonly Party[], { id }: DeviceRef): readonly Party[] {
    if (id === undefined || parties.length > 0) return parties;
    // A trunk's party that already shows another number is the same one under its connection's name.
    if (isTrunkName(id)) return withParty(parties, { callId: '', deviceId: id }, 'connected');
    return [{ number: id, state: 'connected' }];
}

/** Takes a party away. */
export function withoutParty(parties: readonly Party[], deviceId: string, number?: string): readonly Party[] {
    const gone = findParty(parties, deviceId, number);
    return gone ? parties.filter((party) => party !== gone) : parties;
}

/** Takes away whom a call has just left: the queue it waited in, the device it rang at before it was redirected. */
export function withoutRedirected(parties: readonly Party[], last: DeviceRef): readonly Party[] {
    return parties.filter(({ state, deviceId, number }) => {
        const redirected = last.id !== undefined && state === 'alerting' && (deviceId ?? number) === last.id;
        return state !== 'queued' && !redirected;
    });
}

/** The best of the names for a party: one that is no trunk name, else any. */
function bestNumber(...candidates: (string | undefined)[]): string {
    const given = candidates.filter((name): name is string => name !== undefined && name !== '');
    return given.find((name) => !isTrunkName(name)) ?? given[0] ?? '';
}

/** What to show for the party at an event's connection: behind a trunk, the number that was dialled. */
export function numberToShow(event: { connection: ConnectionId; device: DeviceRef; calledDevice: DeviceRef }): string {
    const { connection, device, calledDevice } = event;
    const outside = isTrunkName(connection.deviceId);
    return (outside ? bestNumber(device.id, calledDevice.id) : device.id) ?? connection.deviceId;
}
