import type { Config } from '@backstage/config';
import type { OauthFacts } from '@callboard/plugin-connections-common';

/** A client that people sign in with, of any kind of provider. */
export interface SignInClient extends OauthFacts {
  /** For example `auth.providers.github.production`. */
  configKey: string;
  /** The GitHub that it is registered with; undefined for other providers. */
  host?: string;
}

/** What the providers of Backstage ask of each person, whatever else the configuration adds. */
const REQUIRED_SCOPES: Record<string, string[]> = {
  github: ['read:user'],
  ghe: ['read:user'],
  gitlab: ['read_user'],
  microsoft: ['email', 'openid', 'offline_access', 'user.read'],
  google: [
    'openid',
    'https://www.googleapis.com/auth/userinfo.email',
    'https://www.googleapis.com/auth/userinfo.profile',
  ],
  okta: ['openid', 'email', 'profile', 'offline_access'],
  oidc: ['openid', 'profile', 'email'],
};

/** The OAuth clients of `auth.providers` for the environment that is in use. The callback is computed as Backstage does it. */
export function signInClients(options: { config: Config }): SignInClient[] {
  const { config } = options;
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  const providers = config.getOptionalConfig('auth.providers');
  return (providers?.keys() ?? []).flatMap(provider => {
    const key = `${provider}.${environment}`;
    const entry =
      isObject(providers?.getOptional(provider)) &&
      isObject(providers?.getOptional(key)) &&
      providers?.getConfig(key);
    const clientId = entry && entry.getOptionalString('clientId');
    if (!entry || !clientId) return [];
    return [
      {
        provider,
        environment,
        clientId,
        callbackUrl:
          entry.getOptionalString('callbackUrl') ??
          `${baseUrl(config)}/api/auth/${provider}/handler/frame`,
        scopes: [
          ...new Set([
            ...(REQUIRED_SCOPES[provider] ?? []),
            ...textsOf(entry.getOptional('additionalScopes')),
          ]),
        ],
        configKey: `auth.providers.${key}`,
        host: hostOf({
          provider,
          url: entry.getOptionalString('enterpriseInstanceUrl'),
        }),
      },
    ];
  });
}

function baseUrl(config: Config): string {
  return (config.getOptionalString('backend.baseUrl') ?? '').replace(
    /\/+$/,
    '',
  );
}

function hostOf(options: {
  provider: string;
  url: string | undefined;
}): string | undefined {
  const { provider, url } = options;
  if (provider !== 'github' && provider !== 'ghe') return undefined;
  if (url) return URL.canParse(url) ? new URL(url).host : undefined;
  return provider === 'github' ? 'github.com' : undefined;
}

/** A list, or one text with spaces or commas between. */
function textsOf(value: unknown): string[] {
  const parts = Array.isArray(value) ? value : [value];
  return parts
    .filter((part): part is string => typeof part === 'string')
    .flatMap(part => part.split(/[\s,]+/))
    .filter(Boolean);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
