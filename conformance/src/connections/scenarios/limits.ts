import type { Scenario } from '../Scenario';
import { LEAST_SCOPES } from '../scenes/LEAST_SCOPES';
import type { Scene } from '../scenes/openScene';

const HOUR_MS = 60 * 60 * 1000;

/** What GitHub allows in an hour, nearly or quite used up. */
export const limitScenarios: Scenario[] = [
  {
    title: 'the limit of the token is used up',
    rows: ['limit-switch', 'limit-status', 'pitfall-limits'],
    portal: { app: false, tokenScopes: LEAST_SCOPES },
    breakIt: scene => spend({ scene, key: userKey(scene), left: 0 }),
    expected: {
      check: 'rate-limits',
      status: 'fail',
      cause: /Nothing left of 5000.*until/s,
      remedy: /Switch from the token to a GitHub App/,
    },
    mend: nextHour,
  },
  {
    title: 'the limit of an installation is nearly used up',
    rows: ['limit-status', 'limit-spread'],
    breakIt: scene => spend({ scene, key: installationKey(scene), left: 200 }),
    expected: {
      check: 'rate-limits',
      status: 'warn',
      cause: /requests left of \d+.*until/s,
      remedy: /longer schedule|webhooks/,
    },
    mend: nextHour,
  },
];

function spend(options: { scene: Scene; key: string; left: number }) {
  const { github } = options.scene;
  const bucket = { key: options.key, resource: 'core' as const, limit: 5000 };
  const { remaining } = github.limits.status(bucket);
  github.limits.take({ ...bucket, cost: remaining - options.left });
}

function userKey({ token }: Scene) {
  return `user:${token!.token.userId}`;
}

function installationKey({ installation }: Scene) {
  return `installation:${installation.id}`;
}

function nextHour({ github }: Scene) {
  github.clock.advance({ ms: HOUR_MS + 2_000 });
}
