import type { JsonObject, JsonValue } from '@backstage/types';
import { valueAt } from './valueAt';

/**
 * Warns of an OAuth client that serves both sign-in and the portal's own calls: people are asked to consent to more than signing in
 * takes, and a leaked secret reaches further.
 */
export function sharedClients(data: JsonObject): string[] {
  const signIn = clientIds(valueAt(data, 'auth.providers'));
  const calls = new Set(
    ['integrations', 'catalog.providers'].flatMap(key => [
      ...clientIds(valueAt(data, key)).keys(),
    ]),
  );
  return [...signIn]
    .filter(([id]) => calls.has(id))
    .map(
      ([, provider]) =>
        `One OAuth client serves both sign-in (auth.providers.${provider}) and the portal's own calls. Register a second one: people then consent to less, and a leaked secret reaches less far (for the presets keycloak and azure-auth in KEYCLOAK_SYNC_CLIENT_ID or AZURE_GRAPH_CLIENT_ID).`,
    );
}

/** Client ids below a value, each with the first key of the way to it. */
function clientIds(
  value: JsonValue | undefined,
  first?: string,
): Map<string, string> {
  if (typeof value !== 'object' || value === null) {
    return new Map();
  }
  return new Map(
    Object.entries(value).flatMap(([key, child]): [string, string][] =>
      key === 'clientId' && typeof child === 'string' && child
        ? [[child, first ?? key]]
        : [...clientIds(child as JsonValue, first ?? key)],
    ),
  );
}
