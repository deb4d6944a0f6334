import type { Config } from '@backstage/config';
import { askForToken } from '../oidc/askForToken';
import { readAnswer } from '../readAnswer';
import type { FindSystems, ProbeOptions, Probed, System } from '../System';

const AUTHORITY = 'https://login.microsoftonline.com';

/** Microsoft Entra ID: for signing in (the tenant is there), and for reading the directory (the client secret is taken). */
export const microsoftEntra: FindSystems = ({ config }) => [
  ...signIn(config),
  ...directories(config),
];

function signIn(config: Config): System[] {
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  const configKey = `auth.providers.microsoft.${environment}`;
  const tenant = config.getOptionalString(`${configKey}.tenantId`);
  if (!tenant) return [];
  const target = `${AUTHORITY}/${tenant}/v2.0`;
  return [
    {
      id: `microsoft:${tenant}:sign-in`,
      kind: 'microsoft',
      title: 'Microsoft Entra ID, sign-in',
      target,
      configKey,
      credential: { type: 'client secret' },
      async probe(options) {
        await discover({ ...options, target, configKey });
        return { detail: 'The tenant is there.' };
      },
    },
  ];
}

function directories(config: Config): System[] {
  const key = 'catalog.providers.microsoftGraphOrg';
  const providers = config.getOptionalConfig(key);
  return (providers?.keys() ?? []).flatMap((id): System[] => {
    const entry = providers!.getConfig(id);
    const tenant = entry.getOptionalString('tenantId');
    if (!tenant) return [];
    const configKey = `${key}.${id}`;
    const authority = (
      entry.getOptionalString('authority') ?? AUTHORITY
    ).replace(/\/+$/, '');
    const target = `${authority}/${tenant}/v2.0`;
    const clientId = entry.getOptionalString('clientId');
    const clientSecret = entry.getOptionalString('clientSecret');
    return [
      {
        id: `microsoft:${tenant}:${id}`,
        kind: 'microsoft',
        title: 'Microsoft Entra ID, directory',
        target,
        configKey,
        credential: { type: clientSecret ? 'client secret' : 'none' },
        carries: () => clientId && clientSecret && { clientId, clientSecret },
        async probe(options): Promise<Probed> {
          const { tokenUrl } = await discover({
            ...options,
            target,
            configKey,
          });
          if (!clientId || !clientSecret) {
            return {
              detail: 'The tenant is there; no client secret is tried.',
            };
          }
          await askForToken({
            ...options,
            tokenUrl,
            clientId,
            clientSecret,
            scope: 'https://graph.microsoft.com/.default',
            configKey,
            what: 'Microsoft Entra ID',
          });
          return {
            detail:
              'It takes the client secret; when that ends shows on "Certificates & secrets" of the app registration.',
          };
        },
      },
    ];
  });
}

async function discover(
  options: ProbeOptions & { target: string; configKey: string },
): Promise<{ tokenUrl: string }> {
  const { fetch, signal, target, configKey } = options;
  const response = await fetch(`${target}/.well-known/openid-configuration`, {
    signal,
  });
  const metadata = await readAnswer<{ token_endpoint: string }>({
    response,
    what: 'Microsoft Entra ID',
    configKey: `${configKey}.tenantId`,
  });
  return { tokenUrl: metadata.token_endpoint };
}
