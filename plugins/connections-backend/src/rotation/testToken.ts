import type { TokenFacts } from '@callboard/plugin-connections-common';
import type { GithubService } from '@callboard/plugin-github-node';
import { isApiAnswer } from '../facts/asking/isApiAnswer';
import { tokenExpiry } from '../facts/tokens/tokenExpiry';
import { tokenKind } from '../facts/tokens/tokenKind';
import { tokenScopes } from '../facts/tokens/tokenScopes';

type Client = Awaited<ReturnType<GithubService['client']>>;

/** What GitHub says of a token. */
export type TestedToken =
  | {
      outcome: 'valid';
      kind: TokenFacts['kind'];
      /** The account that it speaks for. */
      owner: string;
      /** Undefined where GitHub does not tell, as of a fine-grained one. */
      scopes?: string[];
      /** ISO 8601; undefined: never. */
      expiresAt?: string;
    }
  | { outcome: 'rejected'; message: string }
  | { outcome: 'unreachable'; message: string };

/**
 * Asks GitHub whose token it is. Scopes and the end of its life stand in the answer's headers.
 * https://docs.github.com/en/rest/users/users#get-the-authenticated-user
 */
export async function testToken(options: {
  token: string;
  /** Speaks with that token. */
  client: Client;
  now: Date;
}): Promise<TestedToken> {
  const { token, client } = options;
  try {
    const answer = await client.request('GET /user');
    const login: unknown = isApiAnswer(answer) ? answer.data.login : undefined;
    if (typeof login !== 'string' || login === '') {
      return {
        outcome: 'unreachable',
        message: `what answers at ${answer.url} is not GitHub's API; check apiBaseUrl, and whether a proxy stands between`,
      };
    }
    const { headers } = answer;
    const end = headers['github-authentication-token-expiration'];
    return {
      outcome: 'valid',
      kind: tokenKind(token),
      owner: login,
      scopes: tokenScopes({ token, header: headers['x-oauth-scopes'] }),
      expiresAt: tokenExpiry({
        header: typeof end === 'string' ? end : undefined,
        now: options.now,
      }).expiresAt,
    };
  } catch (error) {
    const { status, response } = error as {
      status?: number;
      response?: { data?: { message?: unknown } };
    };
    const message = String(
      response?.data?.message ?? (error as Error).message,
    ).replaceAll(token, '***');
    return response && (status === 401 || status === 403)
      ? { outcome: 'rejected', message }
      : { outcome: 'unreachable', message };
  }
}
