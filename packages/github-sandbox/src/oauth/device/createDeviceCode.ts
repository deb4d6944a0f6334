import { randomBytes, randomInt } from 'node:crypto';
import { clientDetails } from '../../access/findClient';
import type { Client } from '../../access/findClient';
import { normaliseScopes } from '../../access/scopes';
import { hashSecret } from '../../core/hashSecret';
import { isoSeconds } from '../../core/isoSeconds';
import type { Sandbox } from '../../core/Sandbox';

const VALID_S = 900;
const INTERVAL_S = 5;
/** Without vowels, so that no words come of it. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/** Starts a device flow. https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#device-flow */
export function createDeviceCode(options: {
  sandbox: Sandbox;
  client: Client;
  scope: string;
}) {
  const { sandbox, client, scope } = options;
  const deviceCode = randomBytes(20).toString('hex');
  const four = () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(
      '',
    );
  const userCode = `${four()}-${four()}`;
  sandbox.state.codes.insert({
    id: sandbox.nextId(),
    kind: 'device',
    hash: hashSecret(deviceCode),
    userId: 0,
    clientId: clientDetails(client).clientId,
    redirectUri: null,
    scopes: client.kind === 'app' ? [] : normaliseScopes(scope.split(/[\s,]+/)),
    codeChallenge: null,
    codeChallengeMethod: null,
    appId: null,
    device: {
      userCode,
      decision: 'pending',
      intervalSeconds: INTERVAL_S,
      askedAt: null,
    },
    createdAt: sandbox.clock.iso(),
    expiresAt: isoSeconds(
      new Date(sandbox.clock.now().getTime() + VALID_S * 1000),
    ),
  });
  return {
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: `${sandbox.baseUrl}/login/device`,
    expires_in: VALID_S,
    interval: INTERVAL_S,
  };
}
