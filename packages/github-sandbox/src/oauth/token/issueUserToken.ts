import { clientDetails } from '../../access/findClient';
import type { Client } from '../../access/findClient';
import { issueToken } from '../../access/issueToken';
import { newSecret } from '../../access/newSecret';
import { revokeToken } from '../../access/revokeToken';
import { hashSecret } from '../../core/hashSecret';
import { isoSeconds } from '../../core/isoSeconds';
import type { Sandbox } from '../../core/Sandbox';
import type { Token } from '../../core/state';

const USER_TOKEN_S = 8 * 3600;
/** Half a year. */
const REFRESH_TOKEN_S = 184 * 24 * 3600;
/** Of one person, application and set of scopes; the oldest ends. */
const MOST_TOKENS = 10;

/** GitHub's answer about a new token of a person. */
export interface IssuedToken {
  access_token: string;
  expires_in?: number;
  refresh_token?: string;
  refresh_token_expires_in?: number;
  token_type: 'bearer';
  /** Separated by commas; empty for a GitHub App. */
  scope: string;
}

/**
 * A token for a person: of an OAuth App with scopes and without an end, of a GitHub App for eight hours with a refresh token for half a
 * year. https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/refreshing-user-access-tokens
 */
export function issueUserToken(options: {
  sandbox: Sandbox;
  client: Client;
  userId: number;
  scopes: string[];
  ssoAuthorised: number[];
}): { answer: IssuedToken; token: Token } {
  const { sandbox, client, userId, scopes, ssoAuthorised } = options;
  const { clientId } = clientDetails(client);
  endOldest({ sandbox, clientId, userId, scopes });
  if (client.kind === 'oauthApp') {
    const { secret, token } = issueToken({
      sandbox,
      kind: 'oauth',
      values: { userId, clientId, scopes, ssoAuthorised },
    });
    return {
      answer: {
        access_token: secret,
        token_type: 'bearer',
        scope: scopes.join(','),
      },
      token,
    };
  }

  const refresh = newSecret('refresh');
  const after = (seconds: number) =>
    isoSeconds(new Date(sandbox.clock.now().getTime() + seconds * 1000));
  const { secret, token } = issueToken({
    sandbox,
    kind: 'userToServer',
    values: {
      userId,
      clientId,
      ssoAuthorised,
      expiresAt: after(USER_TOKEN_S),
      refreshHash: hashSecret(refresh),
      refreshExpiresAt: after(REFRESH_TOKEN_S),
    },
  });
  return {
    answer: {
      access_token: secret,
      expires_in: USER_TOKEN_S,
      refresh_token: refresh,
      refresh_token_expires_in: REFRESH_TOKEN_S,
      token_type: 'bearer',
      scope: '',
    },
    token,
  };
}

function endOldest(options: {
  sandbox: Sandbox;
  clientId: string;
  userId: number;
  scopes: string[];
}) {
  const { sandbox, clientId, userId, scopes } = options;
  sandbox.state.tokens
    .filter(
      token =>
        token.clientId === clientId &&
        token.userId === userId &&
        token.revokedAt === null &&
        token.scopes.join() === scopes.join(),
    )
    .sort((a, b) => b.id - a.id)
    .slice(MOST_TOKENS - 1)
    .forEach(token => revokeToken({ sandbox, token }));
}
