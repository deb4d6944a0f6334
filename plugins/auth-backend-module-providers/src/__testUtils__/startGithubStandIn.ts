import { createHash, randomBytes } from 'node:crypto';
import { startHttp } from './startHttp';

/**
 * As much of a GitHub Enterprise Server as a sign-in calls. Like GitHub it answers refusals of a token with status 200, compares
 * `redirect_uri` and the PKCE challenge (S256), and takes a code once.
 */
export async function startGithubStandIn() {
  const codes = new Map<string, { challenge: string; redirectUri: string }>();
  const tokens = new Set<string>();
  const state = {
    clientSecret: 'the-secret',
    callbackUrl: '',
    user: {
      id: 583231,
      node_id: 'U_kgDOAAjmPw',
      login: 'grace',
      name: 'Grace Hopper',
      email: null as string | null,
    },
    emails: [] as { email: string; primary: boolean; verified: boolean }[],
    scope: 'read:user',
    /** Set for a GitHub App whose tokens end. */
    expires: false,
    /** Organisations that want single sign-on of this token. */
    samlOrganisations: [] as string[],
    /** Organisations for which it answers 502. */
    brokenOrganisations: [] as string[],
    requests: [] as string[],
    isDown: false,
  };
  const newToken = () => {
    const token = `gho_${randomBytes(8).toString('hex')}`;
    tokens.add(token);
    return {
      access_token: token,
      token_type: 'bearer',
      scope: state.scope,
      ...(state.expires && {
        expires_in: 28_800,
        refresh_token: `ghr_${token}`,
      }),
    };
  };
  const exchange = (form: URLSearchParams) => {
    if (form.get('client_secret') !== state.clientSecret) {
      return { error: 'incorrect_client_credentials' };
    }
    if (form.get('grant_type') === 'refresh_token') return newToken();
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!code || code.challenge !== challenge) {
      return {
        error: 'bad_verification_code',
        error_description: 'The code passed is incorrect or expired.',
      };
    }
    return form.get('redirect_uri') === code.redirectUri
      ? newToken()
      : { error: 'redirect_uri_mismatch' };
  };

  const server = await startHttp(({ url, body, headers }) => {
    const path = url.pathname;
    state.requests.push(path);
    if (state.isDown) return { status: 503 };
    if (path === '/login/oauth/access_token') {
      return { json: exchange(new URLSearchParams(body)) };
    }
    if (!tokens.has(headers.authorization?.replace('Bearer ', '') ?? '')) {
      return { status: 401, json: { message: 'Bad credentials' } };
    }
    if (path === '/api/v3/user') return { json: state.user };
    if (path === '/api/v3/user/emails') return { json: state.emails };
    const organisation = /^\/api\/v3\/orgs\/([^/]+)\//.exec(path)?.[1];
    if (organisation && state.brokenOrganisations.includes(organisation)) {
      return { status: 502 };
    }
    if (organisation && state.samlOrganisations.includes(organisation)) {
      return {
        status: 403,
        json: {
          message: 'Resource protected by organization SAML enforcement',
        },
        headers: {
          'x-github-sso': `required; url=${server.url}/orgs/${organisation}/sso?authorization_request=A1`,
        },
      };
    }
    return { json: [] };
  });

  return {
    ...server,
    state,
    /** What GitHub does when the person agrees: where it sends the browser. */
    authorize(location: string): string {
      const { searchParams: query } = new URL(location);
      const redirectUri = query.get('redirect_uri')!;
      if (state.callbackUrl && redirectUri !== state.callbackUrl) {
        return `${redirectUri}?${new URLSearchParams({
          error: 'redirect_uri_mismatch',
          error_description:
            'The redirect_uri MUST match the registered callback URL for this application.',
          state: query.get('state')!,
        })}`;
      }
      const isS256 = query.get('code_challenge_method') === 'S256';
      const code = randomBytes(8).toString('hex');
      codes.set(code, {
        challenge: (isS256 && query.get('code_challenge')) || 'none',
        redirectUri,
      });
      return `${redirectUri}?${new URLSearchParams({
        code,
        state: query.get('state')!,
      })}`;
    },
    revokeTokens: () => tokens.clear(),
  };
}
