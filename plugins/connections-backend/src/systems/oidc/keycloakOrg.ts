import type { FindSystems, System } from '../System';
import { askForToken } from './askForToken';

const KEY = 'catalog.providers.keycloakOrg';

/** Keycloak as a source of people and groups: its client is taken. */
export const keycloakOrg: FindSystems = ({ config }) => {
  const providers = config.getOptionalConfig(KEY);
  return (providers?.keys() ?? []).flatMap((id): System[] => {
    const entry = providers!.getConfig(id);
    const baseUrl = entry.getOptionalString('baseUrl')?.replace(/\/+$/, '');
    const clientId = entry.getOptionalString('clientId');
    const clientSecret = entry.getOptionalString('clientSecret');
    const realm =
      entry.getOptionalString('loginRealm') ??
      entry.getOptionalString('realm') ??
      'master';
    if (!baseUrl || !clientId || !clientSecret) return [];
    const target = `${baseUrl}/realms/${encodeURIComponent(realm)}`;
    return [
      {
        id: `oidc:keycloak:${id}`,
        kind: 'oidc',
        title: `Keycloak, realm ${realm}`,
        target,
        configKey: `${KEY}.${id}`,
        credential: { type: 'client secret' },
        carries: () => ({ clientId, clientSecret }),
        async probe(options) {
          await askForToken({
            ...options,
            tokenUrl: `${target}/protocol/openid-connect/token`,
            clientId,
            clientSecret,
            what: 'Keycloak',
            configKey: `${KEY}.${id}`,
          });
          return { detail: `It takes the client ${clientId}.` };
        },
      },
    ];
  });
};
