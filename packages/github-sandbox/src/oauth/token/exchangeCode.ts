import { clientDetails } from '../../access/findClient';
import { takeCode } from '../../access/takeCode';
import { matchesCallback } from '../authorize/matchCallback';
import { oauthErrors } from '../authorize/oauthErrors';
import type { TokenRequest, TokenOutcome } from './TokenRequest';
import { issueUserToken } from './issueUserToken';
import { verifiesChallenge } from './verifiesChallenge';

/** Exchanges a code, once. https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps */
export function exchangeCode(options: TokenRequest): TokenOutcome {
  const { sandbox, client, parameters } = options;
  const { clientId, callbackUrls } = clientDetails(client);
  const redirectUri = parameters.get('redirect_uri');
  if (
    redirectUri &&
    !callbackUrls.some(registered =>
      matchesCallback({
        requested: redirectUri,
        registered,
        exact: client.kind === 'app',
      }),
    )
  ) {
    return { outcome: 'refused', error: oauthErrors.redirectUriMismatch };
  }
  const code = takeCode({
    sandbox,
    kind: 'oauth',
    code: parameters.get('code') ?? '',
  });
  const isGood =
    code !== undefined &&
    code.clientId === clientId &&
    verifiesChallenge({
      code,
      verifier: parameters.get('code_verifier') ?? undefined,
    });
  if (!isGood) {
    return { outcome: 'refused', error: oauthErrors.badVerificationCode };
  }
  if (redirectUri && code.redirectUri && redirectUri !== code.redirectUri) {
    return { outcome: 'refused', error: oauthErrors.redirectUriMismatch };
  }
  const { answer } = issueUserToken({
    sandbox,
    client,
    userId: code.userId,
    scopes: code.scopes,
    ssoAuthorised: code.ssoAuthorised ?? [],
  });
  return { outcome: 'issued', answer };
}
