import { sharedOauthClients } from '@callboard/plugin-connections-common';
import type { JsonObject } from '@backstage/types';

/** Warns of an OAuth client that serves both sign-in and the portal's own calls. */
export function sharedClients(data: JsonObject): string[] {
  return sharedOauthClients(data).map(
    ({ provider }) =>
      `One OAuth client serves both sign-in (auth.providers.${provider}) and the portal's own calls. Register a second one: people then consent to less, and a leaked secret reaches less far (for the presets keycloak and azure-auth in KEYCLOAK_SYNC_CLIENT_ID or AZURE_GRAPH_CLIENT_ID).`,
  );
}
