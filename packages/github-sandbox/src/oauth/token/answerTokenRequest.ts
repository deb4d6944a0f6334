import { clientDetails, findClient } from '../../access/findClient';
import { matchesSecret } from '../../access/matchesSecret';
import { readCredential } from '../../access/readCredential';
import type { Sandbox } from '../../core/Sandbox';
import { oauthErrors } from '../authorize/oauthErrors';
import { pollDevice } from '../device/pollDevice';
import { exchangeCode } from './exchangeCode';
import { refreshUserToken } from './refreshUserToken';
import type { TokenOutcome } from './TokenRequest';

const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

/** Answers `POST /login/oauth/access_token`: a code, a refresh token, or a device's question. */
export function answerTokenRequest(options: {
  sandbox: Sandbox;
  parameters: URLSearchParams;
  authorization: string | undefined;
}): TokenOutcome {
  const { sandbox, parameters, authorization } = options;
  const basic = readCredential(authorization);
  const [clientId, secret] =
    basic.kind === 'basic'
      ? [basic.name, basic.password]
      : [parameters.get('client_id') ?? '', parameters.get('client_secret')];
  const client = findClient({ sandbox, clientId });
  const grantType = parameters.get('grant_type') || 'authorization_code';
  // A device has no secret to keep.
  const isKnown =
    client !== undefined &&
    (grantType === DEVICE_GRANT ||
      matchesSecret({
        secret: secret ?? '',
        hashes: clientDetails(client).clientSecretHashes,
      }));
  if (!isKnown) {
    return {
      outcome: 'refused',
      error: oauthErrors.incorrectClientCredentials,
    };
  }
  const request = { sandbox, client, parameters };
  switch (grantType) {
    case 'authorization_code':
      return exchangeCode(request);
    case 'refresh_token':
      return refreshUserToken(request);
    case DEVICE_GRANT:
      return pollDevice(request);
    default:
      return { outcome: 'refused', error: oauthErrors.unsupportedGrantType };
  }
}
