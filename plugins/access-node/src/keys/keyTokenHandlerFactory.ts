import { createHash, timingSafeEqual } from 'node:crypto';
import {
  createExternalTokenHandler,
  externalTokenHandlersServiceRef,
} from '@backstage/backend-defaults/auth';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { apiKeysServiceRef } from './apiKeysServiceRef';
import {
  readConfiguredSecrets,
  type ConfiguredSecret,
} from './readConfiguredSecrets';
import { restrictionsOf, type KeyRestrictions } from './restrictionsOf';
import { subjectOfKey } from './subjects';

/**
 * Access from outside with a bearer token that is a key of the portal or a secret of `backend.auth.keys`. It takes effect where
 * `backend.auth.externalAccess` has an entry `{type: 'callboard-key', options: {}}`.
 *
 * Stock passes on what a handler adds to its result, so that each key has restrictions of its own; `restrictKey` does the same once more where
 * the auth service asks it.
 */
export const keyTokenHandlerFactory = createServiceFactory({
  service: externalTokenHandlersServiceRef,
  deps: {
    config: coreServices.rootConfig,
    keys: apiKeysServiceRef,
    plugin: coreServices.pluginMetadata,
  },
  factory({ config, keys, plugin }) {
    const pluginId = plugin.getId();
    return createExternalTokenHandler({
      type: 'callboard-key',
      initialize: () => ({ secrets: readConfiguredSecrets({ config }) }),
      async verifyToken(
        token,
        { secrets },
      ): Promise<({ subject: string } & KeyRestrictions) | undefined> {
        const configured = matching({ token, secrets });
        if (configured) return withRestrictions({ configured, pluginId });

        const key = await keys.verify(token);
        if (!key) return undefined;
        return {
          subject: subjectOfKey(key),
          ...restrictionsOf({ scopes: key.scopes, pluginId }),
        };
      },
    });
  },
});

/** All are compared, each in constant time. */
function matching(options: { token: string; secrets: ConfiguredSecret[] }) {
  const given = createHash('sha256').update(options.token).digest();
  return options.secrets.filter(({ hash }) => timingSafeEqual(hash, given))[0];
}

function withRestrictions(options: {
  configured: ConfiguredSecret;
  pluginId: string;
}): { subject: string } & KeyRestrictions {
  const { configured, pluginId } = options;
  const { subject, restrictions } = configured;
  if (!restrictions) return { subject };
  const accessRestrictions = restrictions.get(pluginId);
  if (!accessRestrictions) {
    throw new NotAllowedError(
      `This token's access is restricted to plugin(s) ${[
        ...restrictions.keys(),
      ].join(', ')}`,
    );
  }
  return { subject, accessRestrictions, allAccessRestrictions: restrictions };
}
