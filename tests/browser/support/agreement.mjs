/** How long a page may take to show what the switch has, milliseconds. */
const patience = 10_000;
/** Between two looks, milliseconds. */
const interval = 50;

/** What the switch knows of an extension's calls, as comparable lines. */
function trueCalls(truth, extension) {
    return truth.calls.flatMap(({ callId, connections }) => {
        const present = connections.filter(({ state }) => state !== 'null');
        const own = present.find(({ device }) => device === extension);
        if (!own) return [];
        const others = present.filter((connection) => connection !== own);
        return [line(callId, own.state, others.map(({ device, kind, state }) => [kind === 'station' ? device : 'outside', state]))];
    });
}

/** What a page shows, as lines of the same form. A station must also stand in the card's heading. */
function shownCalls(calls, stations) {
    return calls.map(({ callId, heading, state, parties }) => {
        const others = parties.map(({ number, state: other }) => [stations.has(number) ? number : 'outside', other]);
        const unnamed = others.filter(([number]) => number !== 'outside' && !heading.includes(number));
        if (unnamed.length > 0) return `call ${callId}: heading "${heading}" lacks ${unnamed.map(([number]) => number)}`;
        return line(callId, state, others);
    });
}

function line(callId, state, others) {
    const written = others.map(([number, other]) => `${number} ${plain(other)}`).sort();
    return `call ${callId} ${plain(state)}: ${written.join(', ')}`;
}

function plain(state) {
    return state === 'failed' ? 'fail' : state;
}

/** What the agent line must say for an agent of the switch. */
function agentDifference(shown, agent) {
    if (!agent) return shown.state === 'agentNull' ? [] : [`agent shown as ${shown.words}, nobody is logged in`];
    const states = { ready: ['agentReady', 'agentBusy'], notReady: ['agentNotReady'], workingAfterCall: ['agentWorkingAfterCall'] };
    const agrees =
        states[agent.state].includes(shown.state) &&
        shown.workMode === agent.workMode &&
        (agent.state !== 'notReady' || Number(shown.reason) === agent.reasonCode);
    return agrees ? [] : [`agent shown as ${JSON.stringify(shown)}, is ${JSON.stringify(agent)}`];
}

async function differences(page, truth) {
    const stations = new Set(truth.stations.map(({ extension }) => extension));
    const shown = shownCalls(await page.shownCalls(), stations);
    const real = trueCalls(truth, page.extension);
    const agent = truth.agents.find(({ extension }) => extension === page.extension);
    return [
        ...shown.filter((call) => !real.includes(call)).map((call) => `${page.extension} shows ${call}; the switch has [${real.join('; ')}]`),
        ...real.filter((call) => !shown.includes(call)).map((call) => `${page.extension} does not show ${call}`),
        ...agentDifference(await page.shownAgent(), agent).map((difference) => `${page.extension}: ${difference}`),
    ];
}

/**
 * Waits until each page shows exactly what the switch has, and until that is what the test expects: for each extension
 * the own state and the other parties' states, as in `{ 4001: ['connected: 4002 alerting'] }`.
 */
export async function agree(pages, ctisim, expected) {
    const deadline = Date.now() + patience;
    for (;;) {
        const truth = await ctisim.truth();
        const found = (await Promise.all(pages.map((page) => differences(page, truth)))).flat();
        for (const { extension } of pages) {
            const has = trueCalls(truth, extension).map((call) => call.replace(/^call \d+ /, ''));
            const wanted = expected[extension] ?? [];
            if (has.sort().join(';') !== [...wanted].sort().join(';')) found.push(`the switch has [${has}] at ${extension}, expected [${wanted}]`);
        }
        if (found.length === 0) return truth;
        if (Date.now() > deadline) throw new Error(found.join('\n'));
        await new Promise((resolve) => setTimeout(resolve, interval));
    }
}
