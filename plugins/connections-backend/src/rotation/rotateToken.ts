import type { Config } from '@backstage/config';
import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  RotationRequest,
  RotationResult,
} from '@callboard/plugin-connections-common';
import {
  fingerprintOf,
  type RootGithubService,
} from '@callboard/plugin-github-node';
import { hostNamed } from '../apps/hostNamed';
import { organisationsOf } from '../facts/organisations/organisationsOf';
import type { FeatureNeed } from '../needs/FeatureNeed';
import { compareScopes } from '../needs/scopes/compareScopes';
import { adviceFor } from './adviceFor';
import { currentToken } from './currentToken';
import { keepToken } from './keepToken';
import { judgeToken } from './judgeToken';
import { reachOf } from './reachOf';
import { testToken } from './testToken';
import type { TokenReport } from './TokenReport';

/** GitHub is asked a dozen small questions; one that hangs must not hold the operator up. */
const TIMEOUT_MS = 10_000;

/**
 * Puts a second token in the place of the one in use: tests it, stores it, and has every later call made with it. Nothing changes unless
 * the new one is good.
 *
 * Throws `NotFoundError` for an unknown host, `InputError` for the token that is in use already, `ConflictError` with the reasons for one
 * that is not good enough and where another replica rotated meanwhile, `ServiceUnavailableError` when GitHub does not answer. None of them holds a token.
 */
export async function rotateToken(options: {
  host: string;
  request: RotationRequest;
  github: RootGithubService;
  config: Config;
  needs: FeatureNeed[];
  now: () => Date;
}): Promise<RotationResult> {
  const { request, github, config, needs, now } = options;
  const { token } = request;
  // Another replica may have rotated a moment ago.
  await github.stored.refresh();
  const expected = github.stored.list();
  const host = hostNamed({
    host: options.host,
    credentials: github.credentials,
  });
  const current = currentToken({ host, replaces: request.replaces });
  const fingerprint = fingerprintOf(token);
  if (
    host.credentials.some(
      credential =>
        credential.kind === 'token' && credential.fingerprint === fingerprint,
    )
  ) {
    throw new InputError(
      `${host.host} uses this token already. Make a second one on ${host.webUrl}/settings/tokens, and send that.`,
    );
  }

  const features = needs.filter(
    need => need.isOn({ config, host: host.host }).on,
  );
  const owners = organisationsOf({ config, hosts: [host.host] }).map(
    ({ owner }) => owner,
  );
  const report = async (secret: string): Promise<TokenReport> => {
    const client = await github.forPlugin('connections').client({
      url: host.webUrl,
      as: { secret },
      priority: 'person',
      timeoutMs: TIMEOUT_MS,
      retries: 1,
    });
    const tested = await testToken({
      token: secret,
      client,
      now: now(),
    });
    return {
      tested,
      reach:
        tested.outcome === 'valid' ? await reachOf({ client, owners }) : [],
    };
  };
  const next = await report(token);
  if (next.tested.outcome === 'unreachable') {
    throw new ServiceUnavailableError(
      `${host.host} did not answer, so the new token could not be tested (${next.tested.message}). Nothing was changed.`,
    );
  }
  if (next.tested.outcome === 'rejected') {
    throw new ConflictError(
      `${host.host} does not accept the new token (${next.tested.message}): it is mistyped, has ended, or was revoked. The old one stays in use.`,
    );
  }
  const old = await report(current.token);
  const { missing, needless } = compareScopes({
    granted: next.tested.scopes,
    features,
  });
  const { reasons, warnings } = judgeToken({
    next,
    old,
    scopes: {
      missing,
      needless,
      missingFromOld:
        old.tested.outcome === 'valid'
          ? compareScopes({ granted: old.tested.scopes, features }).missing
          : [],
    },
    needsTeams: features.some(({ permissions }) =>
      permissions.some(({ permission }) => permission === 'members'),
    ),
    host: host.host,
    now: now(),
  });
  if (reasons.length > 0) {
    throw new ConflictError(
      `The new token for ${
        host.host
      } was not taken, and the old one stays in use. ${reasons.join(' ')}`,
    );
  }

  await keepToken({
    stored: github.stored,
    expected,
    credential: {
      kind: 'token',
      host: host.host,
      token,
      replaces: current.fingerprint,
      storedAt: now().toISOString(),
    },
  });
  return {
    host: host.host,
    fingerprint,
    replaces: current.fingerprint,
    owner: next.tested.owner,
    warnings,
    kept: github.stored.file ? 'data-directory' : 'memory',
    advice: adviceFor({
      ...{ host, current, github, config },
      isRefused: old.tested.outcome === 'rejected',
      now: now(),
    }),
  };
}
