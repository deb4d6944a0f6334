import { sharedOauthClients } from '@callboard/plugin-connections-common';
import type { Check } from '../Check';

const TITLE = 'Sign-in has an OAuth client of its own';

/** One client for sign-in and for the portal's own calls has the rights of both. */
export const sharedOauthClient: Check = {
  id: 'shared-oauth-client',
  group: 'sign-in',
  title: TITLE,
  run({ context: { config } }) {
    const shared = sharedOauthClients(config.getOptional());
    if (shared.length === 0) {
      return config.has('auth.providers')
        ? [
            {
              check: TITLE,
              status: 'pass',
              cause: 'No client of auth.providers is used for anything else.',
              remedy: '',
            },
          ]
        : [];
    }
    return shared.map(({ provider, clientId }) => ({
      subject: provider,
      check: TITLE,
      status: 'warn',
      cause: `The client ${clientId} serves both sign-in (auth.providers.${provider}) and the portal's own calls: people consent to more than signing in takes, and a leaked secret reaches further.`,
      remedy: `Register a second client for sign-in, and put it into auth.providers.${provider} (GITHUB_AUTH_CLIENT_ID with the preset github-auth; for keycloak and azure-auth give the synchronisation its own, KEYCLOAK_SYNC_CLIENT_ID or AZURE_GRAPH_CLIENT_ID).`,
    }));
  },
};
