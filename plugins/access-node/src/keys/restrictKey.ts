import type {
  BackstageCredentials,
  BackstageServicePrincipal,
} from '@backstage/backend-plugin-api';
import type { ApiKeyDirectory } from './ApiKeyDirectory';
import { restrictionsOf } from './restrictionsOf';
import { keyOfSubject } from './subjects';

/**
 * Credentials that came with a key, limited to what the key opens now; others as they are. To be asked for what `authenticate` resolves to,
 * and for what a token for another plugin is issued `onBehalfOf`: credentials that were stored meanwhile, as those of a template's run are,
 * have lost what they may pass on. Throws `NotAllowedError` for a plugin that the key does not open, `AuthenticationError` for a key that is no longer
 * good, and `ServiceUnavailableError` while keys cannot be checked.
 */
export async function restrictKey(options: {
  credentials: BackstageCredentials;
  /** The plugin that holds the credentials. */
  pluginId: string;
  keys: ApiKeyDirectory;
}): Promise<BackstageCredentials> {
  const { credentials, pluginId, keys } = options;
  const principal = credentials.principal as { type?: string };
  if (principal.type !== 'service') return credentials;
  const { subject } = principal as BackstageServicePrincipal;
  const id = keyOfSubject({ subject });
  if (id === undefined) return credentials;

  const { scopes } = await keys.find({ id });
  const { accessRestrictions, allAccessRestrictions } = restrictionsOf({
    scopes,
    pluginId,
  });
  const restricted = {
    ...credentials,
    principal: { ...principal, accessRestrictions },
  };
  // As stock keeps it: out of sight of whatever prints or serialises credentials.
  Object.defineProperties(restricted, {
    token: { enumerable: false, configurable: true, writable: true },
    allAccessRestrictions: {
      ...{ enumerable: false, configurable: true, writable: true },
      value: allAccessRestrictions,
    },
    toString: {
      ...{ enumerable: false, configurable: true, writable: true },
      value: () =>
        `backstageCredentials{servicePrincipal{${subject},accessRestrictions=${JSON.stringify(
          accessRestrictions,
        )}}}`,
    },
  });
  return restricted;
}
