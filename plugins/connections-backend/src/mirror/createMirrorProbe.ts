import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { OrganisationStatus } from '@callboard/plugin-github-common';
import type {
  MirrorAnswer,
  MirrorProbe,
} from '../inspection/InspectionContext';
import { messageOf } from '../inspection/messageOf';

const PLUGIN_ID = 'github';
const MOST_MS = 10_000;

/** Asks the plugin `github` of the running portal how its mirror does. */
export function createMirrorProbe(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  fetch: typeof fetch;
}): MirrorProbe {
  const { auth, discovery } = options;

  async function ask(signal?: AbortSignal): Promise<MirrorAnswer> {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN_ID,
    });
    const late = AbortSignal.timeout(MOST_MS);
    const response = await options.fetch(
      `${await discovery.getBaseUrl(PLUGIN_ID)}/status`,
      {
        headers: { authorization: `Bearer ${token}` },
        signal: signal ? AbortSignal.any([signal, late]) : late,
      },
    );
    if (response.status === 404) return { state: 'absent' };
    if (!response.ok) {
      return unknown(`it answers with status ${response.status}`);
    }
    const organisations: unknown = await response.json();
    return Array.isArray(organisations)
      ? {
          state: 'known',
          organisations: organisations as OrganisationStatus[],
        }
      : unknown('it answers with something that is not its status');
  }

  return {
    status: ({ signal } = {}) =>
      ask(signal).catch(error => unknown(messageOf(error))),
  };
}

function unknown(reason: string): MirrorAnswer {
  return {
    state: 'unknown',
    reason: `The plugin ${PLUGIN_ID} could not be asked: ${reason}`,
    remedy:
      'While the portal starts this passes by itself. Else look for errors of the plugin github in the log.',
  };
}
