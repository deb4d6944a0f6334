import { readAnswer } from '../readAnswer';
import { ProbeError } from '../ProbeError';
import type { FindSystems, ProbeOptions, Probed } from '../System';

const SUFFIX = '/.well-known/openid-configuration';

interface Metadata {
  issuer?: string;
  jwks_uri?: string;
  token_endpoint?: string;
}

/** OpenID Connect, Keycloak among them: the discovery document is of who it says, and its keys can be fetched. */
export const oidcProviders: FindSystems = ({ config }) => {
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  const configKey = `auth.providers.oidc.${environment}`;
  const metadataUrl = config.getOptionalString(`${configKey}.metadataUrl`);
  if (!metadataUrl) return [];
  return [
    {
      id: 'oidc:sign-in',
      kind: 'oidc',
      title: `${
        config.getOptionalString('callboard.signIn.title') ?? 'OpenID Connect'
      }, sign-in`,
      target: metadataUrl,
      configKey,
      credential: { type: 'client secret' },
      probe: options => probe({ ...options, metadataUrl, configKey }),
    },
  ];
};

/** https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationValidation */
async function probe(
  options: ProbeOptions & { metadataUrl: string; configKey: string },
): Promise<Probed> {
  const { fetch, signal, metadataUrl, configKey } = options;
  const what = 'The provider';
  const key = `${configKey}.metadataUrl`;
  const { issuer, jwks_uri: jwksUri } = await readAnswer<Metadata>({
    response: await fetch(metadataUrl, { signal }),
    what,
    configKey: key,
  });
  if (!issuer || !jwksUri) {
    throw new ProbeError(
      'What the provider answers is no discovery document: issuer or jwks_uri is missing.',
      `${key} has to end with ${SUFFIX}.`,
    );
  }
  const { keys = [] } = await readAnswer<{ keys?: unknown[] }>({
    response: await fetch(jwksUri, { signal }),
    what: `The key set ${jwksUri}`,
    configKey: key,
  });
  if (keys.length === 0) {
    throw new ProbeError(
      `The key set ${jwksUri} is empty, so no ID token can be verified.`,
      'Give the provider a key to sign with.',
    );
  }
  const expected = metadataUrl.replace(SUFFIX, '');
  return withoutSlash(issuer) === withoutSlash(expected)
    ? { detail: `It is ${issuer}, and has ${keys.length} keys.` }
    : {
        status: 'warn',
        detail: `The discovery document at ${metadataUrl} is of another issuer, ${issuer}: ID tokens carry that name.`,
        remedy: `Name ${issuer}${SUFFIX} in ${key}, or correct the host name that the provider believes to have.`,
      };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
