import { clientDetails } from '../../access/findClient';
import { revokeToken } from '../../access/revokeToken';
import { hashSecret } from '../../core/hashSecret';
import { oauthErrors } from '../authorize/oauthErrors';
import { issueUserToken } from './issueUserToken';
import type { TokenOutcome, TokenRequest } from './TokenRequest';

/** A new token and refresh token for an old refresh token; the old pair ends. */
export function refreshUserToken(options: TokenRequest): TokenOutcome {
  const { sandbox, client, parameters } = options;
  const refresh = parameters.get('refresh_token') ?? '';
  const token = sandbox.state.tokens.first('refresh', hashSecret(refresh));
  const isGood =
    token !== undefined &&
    token.revokedAt === null &&
    token.clientId === clientDetails(client).clientId &&
    token.refreshExpiresAt !== null &&
    token.refreshExpiresAt > sandbox.clock.iso();
  if (!isGood)
    return { outcome: 'refused', error: oauthErrors.badRefreshToken };
  revokeToken({ sandbox, token });
  const { answer } = issueUserToken({
    sandbox,
    client,
    userId: token.userId!,
    scopes: token.scopes,
    ssoAuthorised: token.ssoAuthorised,
  });
  return { outcome: 'issued', answer };
}
