import type { BackstagePrincipalAccessRestrictions } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { KeyScopes } from '@callboard/plugin-access-common';

/** What stock's auth service keeps with a service's credentials. */
export interface KeyRestrictions {
  accessRestrictions?: BackstagePrincipalAccessRestrictions;
  /** By plugin. Stock asks it whether a plugin may pass the access on to another one. */
  allAccessRestrictions?: Map<string, BackstagePrincipalAccessRestrictions>;
}

/**
 * A key's scopes in the form of stock's `accessRestrictions`. Empty for a key that opens everything. Throws `NotAllowedError` where they do
 * not include the plugin.
 */
export function restrictionsOf(options: {
  scopes: KeyScopes;
  pluginId: string;
}): KeyRestrictions {
  const { scopes, pluginId } = options;
  const { plugins, permissions, readOnly } = scopes;
  const perPlugin: BackstagePrincipalAccessRestrictions = {
    ...(permissions && { permissionNames: permissions }),
    ...(readOnly && { permissionAttributes: { action: ['read'] } }),
  };
  if (!plugins) {
    // Without an entry per plugin nothing can be passed on: right for a limited key, and no matter for one that opens everything.
    return permissions || readOnly ? { accessRestrictions: perPlugin } : {};
  }
  if (!plugins.includes(pluginId)) {
    throw new NotAllowedError(
      `This key opens ${plugins.join(', ') || 'nothing'}, and not ${pluginId}`,
    );
  }
  return {
    accessRestrictions: perPlugin,
    allAccessRestrictions: new Map(plugins.map(id => [id, perPlugin])),
  };
}
