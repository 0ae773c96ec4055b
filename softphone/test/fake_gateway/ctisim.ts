// Speaks to the fake gateway as the product's ctisim speaks to the switch simulator.
// Usage: node ctisim.mjs --control https://127.0.0.1:8090 truth|call|answer|hangup [--from N] [--to N] [--device D] [--call ID] [--json]
import { request } from 'node:https';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
        control: { type: 'string', default: 'https://127.0.0.1:8090' },
        from: { type: 'string' },
        to: { type: 'string' },
        device: { type: 'string' },
        call: { type: 'string' },
        on: { type: 'string' },
        json: { type: 'boolean' },
    },
});

const url = new URL(`/ctisim/${positionals[0] ?? 'truth'}`, values.control);
for (const name of ['from', 'to', 'device', 'call', 'on'] as const) {
    const value = values[name];
    if (value !== undefined) url.searchParams.set(name, value);
}
request(url, { rejectUnauthorized: false }, (response) => response.pipe(process.stdout)).end();
