import { filesOf } from '../filesOf';
import type { Seed } from '../Seed';
import type { SeedRepository } from '../SeedRepository';

const people = [
  { login: 'ada', name: 'Ada', email: 'ada@acme.example' },
  { login: 'bob', name: 'Bob', email: 'bob@acme.example' },
  { login: 'out', outside: true },
];

const shop: SeedRepository = {
  name: 'shop',
  description: 'A shop',
  visibility: 'internal',
  teams: { web: 'push', all: 'pull' },
  collaborators: { out: 'triage' },
  stars: ['bob'],
  labels: [{ name: 'bug', color: '000000' }, { name: 'urgent' }],
  milestones: [{ title: 'Soon', dueInDays: 10 }],
  files: filesOf({
    'README.md': '# Shop\n',
    'src/a.ts': 'one\ntwo\nthree\n',
    'go.mod': 'require example.org/x v1\n',
  }),
  history: [
    { message: 'Start', author: 'ada', daysAgo: 100 },
    {
      message: 'Add a',
      author: 'bob',
      daysAgo: 50,
      paths: ['src/**'],
      tag: 'v1',
      pullRequest: {
        branch: 'a',
        mergedBy: 'ada',
        labels: ['urgent'],
        reviews: [{ by: 'ada', state: 'approved', daysAgo: 50.5 }],
      },
    },
  ],
  branches: [
    {
      name: 'topic',
      commits: [
        {
          message: 'Change a',
          author: 'bob',
          daysAgo: 3,
          edits: { 'src/a.ts': [{ replace: 'two', with: 'zwei' }] },
        },
      ],
    },
  ],
  pullRequests: [
    {
      title: 'Change a',
      branch: 'topic',
      author: 'bob',
      daysAgo: 2,
      reviewers: ['ada', 'team:all'],
      milestone: 'Soon',
      comments: [{ by: 'ada', daysAgo: 1.5, body: 'Hm.' }],
      reviews: [
        {
          by: 'ada',
          state: 'changes_requested',
          daysAgo: 1,
          body: 'No',
          comments: [{ path: 'src/a.ts', line: 2, body: 'In English' }],
        },
      ],
    },
  ],
  issues: [
    {
      title: 'Broken',
      author: 'out',
      daysAgo: 60,
      labels: ['bug'],
      assignees: ['bob'],
      state: 'closed',
      reason: 'not_planned',
      closedBy: 'ada',
      closedDaysAgo: 20,
      reactions: { '+1': ['ada', 'bob'] },
    },
  ],
  releases: [{ tag: 'v1', author: 'ada', daysAgo: 49, assets: { log: 'x' } }],
  alerts: [
    {
      advisory: 'GHSA-aaaa-bbbb-cccc',
      package: 'example.org/x',
      manifest: 'go.mod',
      state: 'dismissed',
      daysAgo: 9,
      dismissed: { by: 'ada', daysAgo: 8, reason: 'not_used' },
    },
  ],
  codeAlerts: [
    {
      rule: 'go/zipslip',
      severity: 'error',
      security: 'high',
      summary: 'Arbitrary file write',
      path: 'go.mod',
      state: 'dismissed',
      daysAgo: 9,
      dismissed: { by: 'ada', daysAgo: 8, reason: "won't fix" },
    },
  ],
  secretAlerts: [
    { type: 'npm_access_token', name: 'npm Access Token', daysAgo: 3 },
    {
      type: 'google_api_key',
      name: 'Google API Key',
      daysAgo: 9,
      resolved: { by: 'bob', daysAgo: 8, resolution: 'revoked' },
    },
  ],
  wiki: filesOf({ 'Home.md': '# Home\n' }),
  environments: [{ name: 'production', reviewers: ['ada', 'team:web'] }],
  deployments: [{ environment: 'production', by: 'bob', daysAgo: 48 }],
  protection: { main: { approvals: 2, checks: ['test'] } },
  runs: 2,
};

/** The organisation `acme` with one repository that has a bit of everything. */
export const shopSeed: Seed = {
  organisation: { login: 'acme', name: 'Acme' },
  people,
  teams: [
    { slug: 'all', name: 'All' },
    {
      slug: 'web',
      name: 'The Web',
      parent: 'all',
      members: ['ada', 'bob'],
      maintainers: ['ada'],
    },
  ],
  advisories: {
    'GHSA-aaaa-bbbb-cccc': {
      severity: 'high',
      summary: 'Bad',
      packages: [{ ecosystem: 'go', name: 'example.org/x', vulnerable: '< 2' }],
    },
  },
  repositories: [shop],
};
