import {
  createOAuthAuthenticator,
  type OAuthSession,
  PassportOAuthAuthenticatorHelper,
} from '@backstage/plugin-auth-node';
import type { Request } from 'express';
import { OAuthError } from '../failures/OAuthError';
import { fetchProfile } from './fetchProfile';
import { githubHost } from './githubHost';
import type { GithubProfile } from './GithubProfile';
import { type GithubToken, requestToken } from './githubRequests';
import { createPkce } from './pkce';

/** As stock has it, so that sessions of before go on: an OAuth App's token does not end, and serves as its own refresh token. */
const ACCESS_TOKEN_PREFIX = 'access-token-v2.';

/**
 * Sign-in with github.com or a GitHub Enterprise Server, with an OAuth App or a GitHub App. It stands in for stock's, whose passport strategy
 * has no PKCE, and forgets which error GitHub gave. Configuration, scopes, profile and cookies are stock's.
 */
export const githubAuthenticator = createOAuthAuthenticator({
  defaultProfileTransform:
    PassportOAuthAuthenticatorHelper.defaultProfileTransform,
  scopes: { persist: true, required: ['read:user'] },

  initialize({ callbackUrl, config }) {
    const clientId = config.getString('clientId');
    const clientSecret = config.getString('clientSecret');
    return {
      client: { client_id: clientId, client_secret: clientSecret },
      callbackUrl,
      pkce: createPkce({ clientSecret }),
      ...githubHost(config),
    };
  },

  async start({ scope, state }, { client, callbackUrl, pkce, webUrl }) {
    const url = new URL(`${webUrl}/login/oauth/authorize`);
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: client.client_id,
      redirect_uri: callbackUrl,
      scope,
      state,
      code_challenge: pkce.challenge(state),
      code_challenge_method: 'S256',
    }).toString();
    return { url: url.toString(), status: 302 };
  },

  async authenticate({ req }, { client, callbackUrl, pkce, webUrl, apiUrl }) {
    const code = queryOf(req, 'code');
    if (!code) throw new OAuthError({ code: 'missing_code' });
    const token = await requestToken({
      url: `${webUrl}/login/oauth/access_token`,
      parameters: {
        ...client,
        grant_type: 'authorization_code',
        code,
        redirect_uri: callbackUrl,
        code_verifier: pkce.verifier(queryOf(req, 'state') ?? ''),
      },
    });
    const { fullProfile, session } = await open({ token, apiUrl });
    if (!session.refreshToken && !session.expiresInSeconds) {
      session.refreshToken = ACCESS_TOKEN_PREFIX + session.accessToken;
    }
    return { fullProfile, session };
  },

  async refresh(
    { refreshToken, scope, scopeAlreadyGranted },
    { client, webUrl, apiUrl },
  ) {
    if (refreshToken.startsWith(ACCESS_TOKEN_PREFIX)) {
      if (!scopeAlreadyGranted) {
        throw new Error(
          'Refresh failed, session has not been granted the requested scope',
        );
      }
      const accessToken = refreshToken.slice(ACCESS_TOKEN_PREFIX.length);
      const scopes = scope.split(/[ ,]+/);
      return {
        fullProfile: await fetchProfile({ apiUrl, accessToken, scopes }),
        session: { accessToken, tokenType: 'bearer', scope, refreshToken },
      };
    }
    const token = await requestToken({
      url: `${webUrl}/login/oauth/access_token`,
      parameters: {
        ...client,
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
      },
    });
    return open({ token, apiUrl });
  },
});

async function open(options: {
  token: GithubToken;
  apiUrl: string;
}): Promise<{ fullProfile: GithubProfile; session: OAuthSession }> {
  const { token, apiUrl } = options;
  const scope = token.scope ?? '';
  const fullProfile = await fetchProfile({
    apiUrl,
    accessToken: token.access_token,
    scopes: scope.split(/[ ,]+/),
  });
  return {
    fullProfile,
    session: {
      accessToken: token.access_token,
      tokenType: token.token_type ?? 'bearer',
      scope,
      expiresInSeconds: token.expires_in,
      refreshToken: token.refresh_token,
    },
  };
}

function queryOf(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value ? value : undefined;
}
