import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { OrganisationData } from '@callboard/plugin-access-common';
import type {
  PeopleAnswer,
  PeopleProbe,
} from '../inspection/InspectionContext';
import { messageOf } from '../inspection/messageOf';

const PLUGIN_ID = 'access';
const MOST_MS = 10_000;

/** Asks the plugin `access` of the running portal how users and groups come into its catalog. */
export function createPeopleProbe(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  fetch: typeof fetch;
}): PeopleProbe {
  const { auth, discovery } = options;

  async function ask(signal?: AbortSignal): Promise<PeopleAnswer> {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN_ID,
    });
    const late = AbortSignal.timeout(MOST_MS);
    const response = await options.fetch(
      `${await discovery.getBaseUrl(PLUGIN_ID)}/organisations`,
      {
        headers: { authorization: `Bearer ${token}` },
        signal: signal ? AbortSignal.any([signal, late]) : late,
      },
    );
    if (response.status === 404) return { state: 'absent' };
    if (!response.ok) {
      return unknown(`it answers with status ${response.status}`);
    }
    const { sources }: Partial<OrganisationData> = await response.json();
    return Array.isArray(sources)
      ? { state: 'known', sources }
      : unknown('it answers with something that names no sources');
  }

  return {
    sources: ({ signal } = {}) =>
      ask(signal).catch(error => unknown(messageOf(error))),
  };
}

function unknown(reason: string): PeopleAnswer {
  return {
    state: 'unknown',
    reason: `The plugin ${PLUGIN_ID} could not be asked: ${reason}`,
    remedy:
      'While the portal starts this passes by itself. Else look for errors of the plugin access in the log.',
  };
}
