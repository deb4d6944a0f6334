import { generateKeyPairSync } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import Provider, {
  type Configuration,
  type errors,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { createMemoryAdapter } from './createMemoryAdapter';
import { startStandIn, type StandIn, type StandInRoutes } from './startStandIn';

const HOUR = 3600;

/** A person who can sign in. The claims are those that the provider hands out. */
export interface TestAccount {
  sub: string;
  name: string;
  email: string;
  preferred_username: string;
  /** Claims of one vendor alone. */
  [claim: string]: string;
}

export const grace: TestAccount = {
  sub: '5d2a7d0e-0000-4000-8000-000000000001',
  name: 'Grace Hopper',
  email: 'grace@example.org',
  preferred_username: 'grace',
};

export interface OidcProvider extends StandIn {
  issuer: string;
  /** What it refused, and why. */
  log(): string;
  /** Whether an access token was issued to a client for itself, and is valid. */
  knowsClientToken(token: string): Promise<boolean>;
}

/**
 * A real OpenID provider (`oidc-provider`, certified by the OpenID Foundation). It is strict: redirect URIs, client secrets, PKCE, nonces and
 * scopes are checked as the specifications say. Only the person is scripted: who reaches the login is signed in as `account`, without a
 * form. Without a session, `prompt=none` is refused, as everywhere.
 */
export async function startOidcProvider(options: {
  name?: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  account?: TestAccount;
  /** Where the issuer is below the server's root: `/realms/acme`. */
  path?: string;
  /** The issuer's own name, where it is not the server's URL. */
  issuer?: string;
  /** Paths of its endpoints, below `path`. */
  endpoints?: Configuration['routes'];
  /** Scopes beyond those of OpenID Connect. */
  scopes?: string[];
  /** Claims that come with scopes, beyond those of OpenID Connect. */
  claims?: Record<string, string[]>;
  /** Whether an access token may be a parameter of the address, which the specification advises against. */
  takesTokenInQuery?: boolean;
  /** What the vendor takes and the specification does not: makes of a request what it should have been. */
  mend?(request: IncomingMessage): void;
  /** Whether the scope offline_access is granted without asking, for which the specification wants a question. */
  grantsOfflineAccess?: boolean;
  /** Names that the certificate is for, besides this machine's. */
  hosts?: string[];
  /** Further routes of the same server, which go first. */
  routes?(provider: () => Provider): StandInRoutes;
}): Promise<OidcProvider> {
  const { account = grace, path = '', name = 'an OpenID provider' } = options;
  let provider: Provider;
  let issuer = '';
  const refusals: string[] = [];
  const standIn = await startStandIn({
    name,
    hosts: options.hosts,
    routes: options.routes?.(() => provider) ?? {},
    mount: {
      path,
      create: url => {
        issuer = options.issuer ?? `${url}${path}`;
        provider = new Provider(issuer, configuration({ ...options, account }));
        const note = (_: unknown, error: errors.OIDCProviderError) => {
          const { message, error_description: text } = error;
          refusals.push(`${name} refused: ${message}, ${text}\n`);
        };
        provider.on('authorization.error', note);
        provider.on('grant.error', note);
        provider.on('userinfo.error', note);
        const handle = provider.callback();
        return async (request, response) => {
          options.mend?.(request);
          const below = new URL(request.url!.slice(path.length) || '/', url);
          if (
            options.grantsOfflineAccess &&
            below.searchParams.has('response_type')
          ) {
            below.searchParams.set('prompt', 'consent');
          }
          request.url = below.pathname + below.search;
          // The provider finds out by the difference that it is below a path.
          Object.assign(request, { originalUrl: path + request.url });
          if (request.url.startsWith('/interaction/')) {
            await provider.interactionFinished(request, response, {
              login: { accountId: account.sub },
              consent: {},
            });
            return;
          }
          handle(request, response);
        };
      },
    },
  });
  return {
    ...standIn,
    issuer,
    log: () => refusals.join(''),
    async knowsClientToken(token) {
      const found = await provider.ClientCredentials.find(token);
      return found?.clientId === options.clientId;
    },
  };
}

function configuration(options: {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  account: TestAccount;
  path?: string;
  endpoints?: Configuration['routes'];
  scopes?: string[];
  claims?: Record<string, string[]>;
  takesTokenInQuery?: boolean;
}): Configuration {
  const { account, path = '' } = options;
  return {
    clients: [
      {
        client_id: options.clientId,
        client_secret: options.clientSecret,
        redirect_uris: [options.redirectUri],
        grant_types: [
          'authorization_code',
          'refresh_token',
          'client_credentials',
        ],
        response_types: ['code'],
      },
    ],
    adapter: createMemoryAdapter(),
    ttl: Object.fromEntries(
      [
        'AccessToken',
        'AuthorizationCode',
        'ClientCredentials',
        'Grant',
        'IdToken',
        'Interaction',
        'RefreshToken',
        'Session',
      ].map(name => [name, HOUR]),
    ),
    jwks: { keys: [signingKey()] },
    cookies: { keys: ['of-a-test'] },
    scopes: ['openid', 'offline_access', ...(options.scopes ?? [])],
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username'],
      email: ['email', 'email_verified'],
      ...options.claims,
    },
    acceptQueryParamAccessTokens: options.takesTokenInQuery ?? false,
    // As Keycloak, Entra ID and most others do: claims are in the ID token, and a refresh token comes unasked.
    conformIdTokenClaims: false,
    issueRefreshToken: async () => true,
    pkce: { required: () => false },
    routes: options.endpoints,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
    },
    findAccount: async () => ({
      accountId: account.sub,
      claims: async () => ({ ...account, email_verified: true }),
    }),
    loadExistingGrant: grantEverything,
    renderError: async (context, { error, error_description: text }) => {
      context.body = `${error}: ${text}`;
    },
    interactions: {
      url: async (_, interaction) => `${path}/interaction/${interaction.uid}`,
    },
  };
}

/** Consent is not asked for: the operator's own client is trusted. */
async function grantEverything(context: KoaContextWithOIDC) {
  const { provider, client, session, params } = context.oidc;
  const grant = new provider.Grant({
    clientId: client!.clientId,
    accountId: session!.accountId,
  });
  grant.addOIDCScope(String(params!.scope));
  await grant.save();
  return grant;
}

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' };
}
