import type {
  GroupSummary,
  Insights,
  Lack,
  Mine,
  Security,
  Stations,
} from '@callboard/plugin-github-common';
import { answered, runBriefFixture } from './buildsFixture';
import { pullFixture } from './pullsFixture';

const ASKED_AT = '2026-11-26T10:00:00.000Z';

/** What an App lacks that may not read alerts. */
export const lackFixture: Lack = {
  permission: 'vulnerability_alerts',
  title: 'Dependabot alerts',
  level: 'read',
  kind: 'app',
  words: 'App Callboard has no permission “Dependabot alerts: read” in acme.',
  link: 'https://github.com/organizations/acme/settings/apps/callboard/permissions',
  linkTitle: 'Permissions of the App',
  whom: 'an owner of acme',
};

/** A year of a repository in two languages. */
export function insightsFixture(change: Partial<Insights> = {}): Insights {
  return {
    languages: [
      { name: 'TypeScript', bytes: 9_000, share: 0.9 },
      { name: 'CSS', bytes: 1_000, share: 0.1 },
    ],
    contributors: [
      { login: 'lena-fischer', avatar: '', commits: 120 },
      { login: 'omar', avatar: '', commits: 1 },
    ],
    releases: [
      {
        tag: 'v1.2.0',
        name: 'Dozens',
        url: 'https://github.com/acme/shop/releases/tag/v1.2.0',
        author: 'lena-fischer',
        publishedAt: '2026-11-20T10:00:00.000Z',
        isPrerelease: false,
        isDraft: false,
      },
    ],
    weeks: Array.from({ length: 52 }, (_, index) => ({
      from: new Date(Date.UTC(2025, 10, 30 + 7 * index))
        .toISOString()
        .slice(0, 10),
      commits: index % 3,
    })),
    pushedAt: '2026-11-26T09:00:00.000Z',
    openIssues: 3,
    stars: 1,
    license: 'Apache License 2.0',
    ...change,
  };
}

/** One critical dependency; code was never analysed, secrets are refused. */
export function securityFixture(change: Partial<Security> = {}): Security {
  return {
    dependabot: answered({
      open: { critical: 1, high: 0, medium: 0, low: 0 },
      alerts: [
        {
          number: 3,
          severity: 'critical' as const,
          package: 'lodash',
          ecosystem: 'npm',
          manifest: 'web/package-lock.json',
          scope: 'runtime' as const,
          summary: 'Prototype pollution',
          ghsa: 'GHSA-xxxx-yyyy-zzzz',
          vulnerable: '< 4.17.21',
          patched: '4.17.21',
          url: 'https://github.com/acme/shop/security/dependabot/3',
          createdAt: '2026-11-20T10:00:00.000Z',
        },
      ],
      more: false,
    }),
    code: { state: 'absent', reason: 'No analysis has run here yet.' },
    secrets: {
      state: 'refused',
      reason: lackFixture.words,
      lack: lackFixture,
    },
    ...change,
  };
}

/** Two repositories of a team, the red one first. */
export function summaryFixture(
  change: Partial<GroupSummary> = {},
): GroupSummary {
  const none = { critical: 0, high: 0, medium: 0, low: 0 };
  return {
    repositories: [
      {
        entityRef: 'component:default/shop',
        title: 'shop',
        repository: 'acme/shop',
        url: 'https://github.com/acme/shop',
        ci: { state: 'failure', failing: ['test'], total: 2 },
        pulls: { open: 3, waiting: 2, oldestDays: 9 },
        alerts: { ...none, high: 2, low: 1 },
        lacks: [],
      },
      {
        entityRef: 'component:default/till',
        title: 'till',
        repository: 'acme/till',
        url: 'https://github.com/acme/till',
        ci: { state: 'success', failing: [], total: 1 },
        pulls: { open: 0, waiting: 0 },
        lacks: [lackFixture],
      },
    ],
    totals: {
      repositories: 2,
      failing: 1,
      open: 3,
      waiting: 2,
      alerts: { ...none, high: 2, low: 1 },
    },
    omitted: 0,
    askedAt: ASKED_AT,
    ...change,
  };
}

/** One review that waits, one pull request of one's own, one red build. */
export function mineFixture(change: Partial<Mine> = {}): Mine {
  const entityRef = 'component:default/shop';
  return {
    login: 'lena-fischer',
    waiting: [
      { ...pullFixture({ number: 2, title: 'Look at me' }), entityRef },
    ],
    own: [{ ...pullFixture({ number: 1, title: 'Mine' }), entityRef }],
    failing: [
      {
        entityRef,
        title: 'shop',
        repository: 'acme/shop',
        failing: ['test'],
        run: runBriefFixture({ conclusion: 'failure' }),
        url: 'https://github.com/acme/shop/actions',
      },
    ],
    askedAt: ASKED_AT,
    ...change,
  };
}

/** A service whose first build runs. */
export function stationsFixture(change: Partial<Stations> = {}): Stations {
  return {
    state: 'under-way',
    steps: [
      {
        id: 'repository',
        state: 'done',
        words: 'acme/shop was made',
        link: 'https://github.com/acme/shop',
      },
      { id: 'registered', state: 'done', words: 'it is in the catalog' },
      { id: 'docs', state: 'waiting', words: 'the docs are not built yet' },
      {
        id: 'build',
        state: 'running',
        words: 'the first build of main is running',
        link: 'https://github.com/acme/shop/actions/runs/812',
      },
      { id: 'green', state: 'waiting', words: 'not yet' },
    ],
    ...change,
  };
}
