import { fileURLToPath } from 'node:url';

const artefactsOfTree = fileURLToPath(new URL('../../../build/artefacts/browser', import.meta.url));

/**
 * Reads the settings of a run from the environment. `./dev demo -- COMMAND` gives its command CTIENGINE_URL and CTISIM.
 * What the softphone's tests need is only asked for with `softphone`; WEBLM_SIM is for the licence server's pages.
 * @throws Error that says what is missing.
 */
export function settings(environment, { softphone = true } = {}) {
    const { CTIENGINE_URL, CTISIM, SOFTPHONE_URL, ARTEFACTS, AGENT_PASSWORD, WEBLM_SIM } = environment;
    const url = SOFTPHONE_URL ?? (CTIENGINE_URL && pageOf(CTIENGINE_URL));
    if (softphone && (!url || !CTISIM)) throw new Error('SOFTPHONE_URL (or CTIENGINE_URL) and CTISIM must be set; see tests/browser/README.md');
    if (!softphone && !WEBLM_SIM) throw new Error('WEBLM_SIM must be set to the program weblm-sim; see tests/browser/README.md');
    return { url, command: CTISIM, artefacts: ARTEFACTS ?? artefactsOfTree, password: AGENT_PASSWORD ?? '1234', weblmSim: WEBLM_SIM };
}

/** The gateway serves the page beside its WebSocket. */
function pageOf(gateway) {
    const url = new URL('/softphone/', gateway);
    url.protocol = 'https:';
    return url.href;
}
