import type { ConnectionState } from '../messages/devices.js';
import type { ConferencedEvent, TransferredEvent } from '../messages/events.js';
import type { Call, Party } from './call.js';
import { namedParty, withParty } from './parties.js';

/**
 * The parties of a call that came from a transfer or a conference: the members that the event lists, each with the
 * state and the number it had in either old call. The controller of a conference is talking now, whatever it was.
 */
export function mergeParties(
    event: TransferredEvent | ConferencedEvent,
    before: readonly Call[],
    isOwn: (device: string | undefined) => boolean,
): readonly Party[] {
    const known = before.flatMap((call) => call.parties);
    let parties: readonly Party[] = [];
    for (const { connection, endpoint, previous } of event.members) {
        const deviceId = connection?.deviceId || endpoint.id;
        if (deviceId === undefined || isOwn(deviceId)) continue;
        const old = (previous && namedParty(known, previous.deviceId)) ?? namedParty(known, deviceId, endpoint.id);
        const state: ConnectionState = deviceId === event.controller.id ? 'connected' : (old?.state ?? 'connected');
        parties = withParty(parties, { callId: '', deviceId }, state, old?.number ?? endpoint.id);
    }
    return parties;
}
