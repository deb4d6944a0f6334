import { clientDetails } from '../../access/findClient';
import { hashSecret } from '../../core/hashSecret';
import { issueUserToken } from '../token/issueUserToken';
import type { TokenOutcome, TokenRequest } from '../token/TokenRequest';
import { deviceErrors } from './deviceErrors';

/** What slowing down adds, in seconds. */
const SLOWER_S = 5;

/** A device's question whether its person has decided. Asking more often than the interval makes the interval longer. */
export function pollDevice(options: TokenRequest): TokenOutcome {
  const { sandbox, client, parameters } = options;
  const { codes } = sandbox.state;
  const code = codes.first(
    'hash',
    hashSecret(parameters.get('device_code') ?? ''),
  );
  if (!code?.device || code.clientId !== clientDetails(client).clientId) {
    return { outcome: 'refused', error: deviceErrors.incorrectDeviceCode };
  }
  const now = sandbox.clock.now().getTime();
  if (Date.parse(code.expiresAt) <= now) {
    codes.remove(code);
    return { outcome: 'refused', error: deviceErrors.expiredToken };
  }
  const { device } = code;
  const waited = device.askedAt ? now - Date.parse(device.askedAt) : Infinity;
  device.askedAt = sandbox.clock.now().toISOString();
  if (waited < device.intervalSeconds * 1000) {
    device.intervalSeconds += SLOWER_S;
    return {
      outcome: 'refused',
      error: { ...deviceErrors.slowDown, interval: device.intervalSeconds },
    };
  }
  if (device.decision === 'pending') {
    return { outcome: 'refused', error: deviceErrors.authorizationPending };
  }
  codes.remove(code);
  if (device.decision === 'denied') {
    return { outcome: 'refused', error: deviceErrors.accessDenied };
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
