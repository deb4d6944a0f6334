import type {
  CheckResult,
  ConnectionsOverview,
} from '@callboard/plugin-connections-common';
import { hostFixture } from './hostFixture';
import { features } from './permissionsFixture';

const passed = (id: string, group: CheckResult['group']): CheckResult => ({
  id,
  group,
  check: `The test ${id} passes`,
  status: 'pass',
  cause: `What shows that ${id} is right`,
  remedy: '',
  links: [],
});

export const checks: CheckResult[] = [
  {
    id: 'token-scopes:token:github.com:3f9a12cd',
    group: 'connections',
    check: 'Token 3f9a12cd has the scopes that are needed, and no others',
    status: 'warn',
    cause: 'It has delete_repo, which nothing that is switched on needs.',
    remedy:
      'Make a second token with repo and read:org, and rotate to it on this page.',
    links: [{ title: 'Tokens', href: 'https://github.com/settings/tokens' }],
    since: '2026-11-25T08:00:00Z',
  },
  {
    id: 'webhook-arrives:app:github.com:1234',
    group: 'connections',
    check: 'Events of App “Callboard” arrive',
    status: 'fail',
    cause: 'The last delivery was answered with 502.',
    remedy: 'Let GitHub reach https://portal.acme.example, then deliver again.',
    links: [
      {
        title: 'Deliveries',
        href: 'https://github.com/organizations/acme/settings/apps/callboard/advanced',
      },
      { title: 'Recent calls', href: '/connections/trace' },
    ],
  },
  passed('database', 'database'),
  passed('sign-in-configured', 'sign-in'),
  passed('callback-url', 'sign-in'),
];

/** What the page shows: github.com with so many installations, two things that need attention, three that pass. */
export function overviewFixture(
  options: {
    now?: Date;
    installations?: number;
    change?: Partial<ConnectionsOverview>;
  } = {},
): ConnectionsOverview {
  const { now = new Date(), installations = 1, change } = options;
  return {
    status: 'fail',
    hosts: [hostFixture({ now, installations })],
    ignored: [
      {
        host: 'github.com',
        configKey: 'integrations.github[1]',
        reason: 'connections.github names the same host, and wins.',
      },
    ],
    systems: [
      {
        id: 'database',
        kind: 'database',
        title: 'Database',
        target: 'postgres://db.acme.example:5432/callboard',
        configKey: 'backend.database',
        credential: { type: 'password' },
        status: 'pass',
        detail: 'PostgreSQL 17.2 answers',
        latencyMs: 3.2,
      },
      {
        id: 'gitlab',
        kind: 'gitlab',
        title: 'GitLab',
        target: 'https://gitlab.acme.example',
        configKey: 'integrations.gitlab[0]',
        credential: {
          type: 'personal access token',
          expiresAt: new Date(now.getTime() + 9 * 86_400_000).toISOString(),
        },
        status: 'warn',
        detail: 'The token expires in 9 days',
        latencyMs: 81,
      },
    ],
    checks,
    checkedAt: new Date(now.getTime() - 20_000).toISOString(),
    running: false,
    everySeconds: 60,
    features,
    mayManage: true,
    storedIn: '/data/connections/credentials.json',
    ...change,
  };
}
