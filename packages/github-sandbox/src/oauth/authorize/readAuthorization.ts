import { clientDetails, findClient } from '../../access/findClient';
import type { Client } from '../../access/findClient';
import { normaliseScopes } from '../../access/scopes';
import type { Sandbox } from '../../core/Sandbox';
import { findCallback } from './matchCallback';
import { callbackUrl, oauthErrors } from './oauthErrors';

/** What an application asks of a person. */
export interface AuthorizationRequest {
  client: Client;
  redirectUri: string;
  /** As it was sent; what the token request is compared with. */
  requestedRedirectUri: string | null;
  /** Of an OAuth App. A GitHub App has permissions, and no scopes. */
  scopes: string[];
  state: string | null;
  /** The login that the application suggests. */
  login: string | null;
  /** Whether a remembered person is to be asked nevertheless. */
  choose: boolean;
  codeChallenge: string | null;
  codeChallengeMethod: 'S256' | 'plain' | null;
}

export type ReadAuthorization =
  | { outcome: 'valid'; request: AuthorizationRequest }
  /** The application is told. */
  | { outcome: 'redirect'; location: string }
  /** Nobody can be told but the person. */
  | { outcome: 'unknownClient' | 'noCallback' };

/**
 * Reads the query of `/login/oauth/authorize`.
 * https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
 */
export function readAuthorization(options: {
  sandbox: Sandbox;
  query: URLSearchParams;
}): ReadAuthorization {
  const { sandbox, query } = options;
  const client = findClient({
    sandbox,
    clientId: query.get('client_id') ?? '',
  });
  if (!client) return { outcome: 'unknownClient' };
  const { callbackUrls, suspended } = clientDetails(client);
  const state = query.get('state');
  const requestedRedirectUri = query.get('redirect_uri');
  const callback = findCallback({
    requested: requestedRedirectUri,
    registered: callbackUrls,
    exact: client.kind === 'app',
  });
  if (callback.outcome === 'noneRegistered') return { outcome: 'noCallback' };
  if (callback.outcome === 'mismatch') {
    return {
      outcome: 'redirect',
      location: callbackUrl({
        redirectUri: callback.fallback,
        values: { ...oauthErrors.redirectUriMismatch, state },
      }),
    };
  }
  const { redirectUri } = callback;
  if (suspended) {
    return {
      outcome: 'redirect',
      location: callbackUrl({
        redirectUri,
        values: { ...oauthErrors.applicationSuspended, state },
      }),
    };
  }
  const codeChallenge = query.get('code_challenge');
  return {
    outcome: 'valid',
    request: {
      client,
      redirectUri,
      requestedRedirectUri,
      scopes:
        client.kind === 'app'
          ? []
          : normaliseScopes((query.get('scope') ?? '').split(/[\s,]+/)),
      state,
      login: query.get('login'),
      choose: query.get('prompt') === 'select_account',
      codeChallenge,
      codeChallengeMethod: readMethod(
        codeChallenge,
        query.get('code_challenge_method'),
      ),
    },
  };
}

/** A challenge without a method is its verifier in plain. RFC 7636, section 4.3. */
function readMethod(challenge: string | null, method: string | null) {
  if (!challenge) return null;
  return method === 'S256' ? 'S256' : 'plain';
}
