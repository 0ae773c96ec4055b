import type { CallSnapshot } from '../messages/monitoring.js';
import { known, type Call, type CallChange, type Party } from './call.js';
import { withParty } from './parties.js';

/** What a call's snapshot says about its parties. Numbers that were known before stay: snapshots may name trunks only. */
export function snapshotChange(
    before: Call,
    snapshot: CallSnapshot,
    isOwn: (device: string | undefined) => boolean,
): CallChange {
    let parties: readonly Party[] = before.parties;
    const present = new Set<string>();
    for (const { connection, device, state } of snapshot.connections) {
        const deviceId = connection?.deviceId || device.id;
        if (deviceId === undefined || isOwn(deviceId) || state === 'null') continue;
        parties = withParty(parties, { callId: before.id, deviceId }, state ?? 'connected', device.id);
        present.add(deviceId);
    }
    const left = parties.filter((party) => party.deviceId !== undefined && present.has(party.deviceId));
    return {
        parties: left,
        conference: left.length > 1,
        ...known('callingNumber', snapshot.callingDevice.id),
        ...known('calledNumber', snapshot.calledDevice.id),
    };
}
