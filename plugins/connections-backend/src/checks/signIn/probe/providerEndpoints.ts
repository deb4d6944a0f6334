import type { Config } from '@backstage/config';
import type { InspectionContext } from '../../../inspection/InspectionContext';

/** Where a provider of Backstage sends people, and where it redeems their codes. */
export interface ProviderEndpoints {
  /** Undefined where its answer says nothing before somebody signs in. */
  authorizeUrl?: string;
  tokenUrl: string;
  tokenAuthMethod: 'client_secret_basic' | 'client_secret_post';
}

/** Undefined for a provider that is none of the presets', or that proves its secret in another way. */
export async function providerEndpoints(options: {
  provider: string;
  entry: Config;
  fetch: InspectionContext['fetch'];
  signal: AbortSignal;
}): Promise<ProviderEndpoints | undefined> {
  const { provider, entry, fetch, signal } = options;
  const post = { tokenAuthMethod: 'client_secret_post' as const };
  switch (provider) {
    case 'github':
    case 'ghe': {
      const web = (
        entry.getOptionalString('enterpriseInstanceUrl') ?? 'https://github.com'
      ).replace(/\/+$/, '');
      return {
        authorizeUrl: `${web}/login/oauth/authorize`,
        tokenUrl: `${web}/login/oauth/access_token`,
        ...post,
      };
    }
    case 'gitlab': {
      const web = (
        entry.getOptionalString('audience') ?? 'https://gitlab.com'
      ).replace(/\/+$/, '');
      return { tokenUrl: `${web}/oauth/token`, ...post };
    }
    case 'microsoft':
      return {
        tokenUrl: `https://login.microsoftonline.com/${
          entry.getOptionalString('tenantId') ?? 'common'
        }/oauth2/v2.0/token`,
        ...post,
      };
    case 'google':
      return {
        tokenUrl: 'https://www.googleapis.com/oauth2/v4/token',
        ...post,
      };
    case 'okta': {
      const server = [
        entry.getOptionalString('audience') ?? 'https://okta.com',
        'oauth2',
        entry.getOptionalString('authServerId'),
        'v1',
      ]
        .filter(Boolean)
        .join('/');
      return {
        authorizeUrl: `${server}/authorize`,
        tokenUrl: `${server}/token`,
        tokenAuthMethod: 'client_secret_basic',
      };
    }
    case 'oidc': {
      const method =
        entry.getOptionalString('tokenEndpointAuthMethod') ??
        'client_secret_basic';
      if (method !== 'client_secret_basic' && method !== 'client_secret_post') {
        return undefined;
      }
      const response = await fetch(entry.getString('metadataUrl'), { signal });
      if (!response.ok) {
        throw new Error(
          `the discovery document is answered with ${response.status}`,
        );
      }
      const metadata = (await response.json()) as Record<string, string>;
      return {
        authorizeUrl: metadata.authorization_endpoint,
        tokenUrl: metadata.token_endpoint,
        tokenAuthMethod: method,
      };
    }
    default:
      return undefined;
  }
}
