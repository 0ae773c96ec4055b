import { fileURLToPath } from 'node:url';

const artefactsOfTree = fileURLToPath(new URL('../../../build/artefacts/browser', import.meta.url));

/**
 * Reads the settings of a run from the environment. `./dev demo -- COMMAND` gives its command CTIENGINE_URL and CTISIM.
 * @throws Error that says what is missing.
 */
export function settings(environment) {
    const { CTIENGINE_URL, CTISIM, SOFTPHONE_URL, ARTEFACTS, AGENT_PASSWORD } = environment;
    const url = SOFTPHONE_URL ?? (CTIENGINE_URL && pageOf(CTIENGINE_URL));
    if (!url || !CTISIM) throw new Error('SOFTPHONE_URL (or CTIENGINE_URL) and CTISIM must be set; see tests/browser/README.md');
    return { url, command: CTISIM, artefacts: ARTEFACTS ?? artefactsOfTree, password: AGENT_PASSWORD ?? '1234' };
}

/** The gateway serves the page beside its WebSocket. */
function pageOf(gateway) {
    const url = new URL('/softphone/', gateway);
    url.protocol = 'https:';
    return url.href;
}
