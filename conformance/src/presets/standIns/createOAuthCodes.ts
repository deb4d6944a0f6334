import { randomUUID } from 'node:crypto';
import { json, type StandInAnswer, type StandInRequest } from './startStandIn';

/** The authorization code flow of OAuth 2.0, for vendors that do not speak OpenID Connect. */
export interface OAuthCodes {
  /** Answers the browser: back to the registered address, with a code. */
  authorize(request: StandInRequest): StandInAnswer;
  /** Answers the portal: an access token, and a refresh token, for a code or a refresh token. */
  exchange(request: StandInRequest): StandInAnswer;
  /** Whether a request carries a token that was handed out. */
  isSignedIn(request: StandInRequest): boolean;
}

export function createOAuthCodes(options: {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}): OAuthCodes {
  const { clientId, clientSecret, redirectUri } = options;
  const codes = new Map<string, string>();
  const refreshTokens = new Map<string, string>();
  const accessTokens = new Set<string>();

  return {
    authorize({ url: { searchParams: asked } }) {
      if (
        asked.get('client_id') !== clientId ||
        asked.get('redirect_uri') !== redirectUri ||
        asked.get('response_type') !== 'code'
      ) {
        return {
          status: 400,
          body: `This client, or its redirect URI, is not registered: ${asked}`,
        };
      }
      const code = randomUUID();
      codes.set(code, asked.get('scope') ?? '');
      const target = new URL(redirectUri);
      target.searchParams.set('code', code);
      target.searchParams.set('state', asked.get('state') ?? '');
      return { status: 302, headers: { location: target.href } };
    },
    exchange(request) {
      const given = readForm(request);
      const isRefresh = given.grant_type === 'refresh_token';
      const known = isRefresh ? refreshTokens : codes;
      const key = (isRefresh ? given.refresh_token : given.code) ?? '';
      const scope = known.get(key);
      // A code and a refresh token serve once.
      known.delete(key);
      if (
        given.client_id !== clientId ||
        given.client_secret !== clientSecret
      ) {
        return json({ error: 'invalid_client' }, { status: 401 });
      }
      if (scope === undefined) {
        return json({ error: 'invalid_grant' }, { status: 400 });
      }
      const accessToken = randomUUID();
      const refreshToken = randomUUID();
      accessTokens.add(accessToken);
      refreshTokens.set(refreshToken, scope);
      return json({
        access_token: accessToken,
        token_type: 'bearer',
        expires_in: 7200,
        refresh_token: refreshToken,
        scope,
        created_at: Math.floor(Date.now() / 1000),
      });
    },
    isSignedIn: ({ headers }) =>
      accessTokens.has(
        (headers.authorization ?? '').replace(/^(bearer|token) /i, ''),
      ),
  };
}

function readForm({ headers, body }: StandInRequest): Record<string, string> {
  return headers['content-type']?.startsWith('application/json')
    ? JSON.parse(body.toString())
    : Object.fromEntries(new URLSearchParams(body.toString()));
}
