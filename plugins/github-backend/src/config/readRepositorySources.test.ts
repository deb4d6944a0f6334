import type { JsonObject } from '@backstage/types';
import { problemsOf, readSettings } from './__testUtils__/readSettings';

const schedule = { frequency: { minutes: 30 }, timeout: 'PT3M' };

const readGithub = (github: JsonObject) =>
  readSettings({ catalog: { providers: { github } } }).repositories;

const plain = {
  id: 'default',
  providerName: 'github-provider:default',
  host: 'github.com',
  organization: 'acme',
  catalogPaths: ['catalog-info.yaml'],
  filters: {
    repository: undefined,
    branch: undefined,
    allowForks: true,
    topic: { include: undefined, exclude: undefined },
    visibility: undefined,
    allowArchived: false,
  },
  validateLocationsExist: false,
  schedule: { frequency: { minutes: 5 }, timeout: { hours: 1 } },
};

it('reads a single entry', () => {
  expect(readGithub({ organization: 'acme' })).toEqual([plain]);
});

it('reads entries with ids, also with the names of options for ids', () => {
  expect(
    readGithub({
      organization: { organization: 'acme' },
      org: { app: '17', host: 'github.example.com' },
    }),
  ).toEqual([
    {
      ...plain,
      id: 'organization',
      providerName: 'github-provider:organization',
    },
    expect.objectContaining({
      id: 'org',
      app: 17,
      host: 'github.example.com',
    }),
  ]);
});

it('reads every option of stock', () => {
  expect(
    readGithub({
      main: {
        organization: 'acme',
        host: 'github.example.com',
        catalogPath: '/services/**/catalog-info.yaml',
        filters: {
          repository: 'shop-.*',
          branch: 'trunk',
          allowForks: false,
          topic: { include: ['a'], exclude: ['b'] },
          visibility: ['private', 'internal'],
          allowArchived: true,
        },
        schedule: { ...schedule, initialDelay: '5s', scope: 'local' },
        pageSizes: { repositories: 50 },
      },
    }),
  ).toEqual([
    {
      id: 'main',
      providerName: 'github-provider:main',
      host: 'github.example.com',
      organization: 'acme',
      catalogPaths: ['services/**/catalog-info.yaml'],
      filters: {
        repository: /^shop-.*$/,
        branch: 'trunk',
        allowForks: false,
        topic: { include: ['a'], exclude: ['b'] },
        visibility: ['private', 'internal'],
        allowArchived: true,
      },
      validateLocationsExist: false,
      schedule: {
        frequency: { minutes: 30 },
        timeout: { minutes: 3 },
        initialDelay: { seconds: 5 },
        scope: 'local',
      },
      pageSize: 50,
    },
  ]);
});

it('reads several paths, each once and without slashes in front', () => {
  const [source] = readGithub({
    organization: 'acme',
    catalogPath: ['/a.yaml', './b.yaml', 'a.yaml'],
    validateLocationsExist: true,
  });
  expect(source.catalogPaths).toEqual(['a.yaml', 'b.yaml']);
});

it('anchors a pattern once', () => {
  const [source] = readGithub({
    organization: 'acme',
    filters: { repository: '^shop$' },
  });
  expect(source.filters.repository).toEqual(/^shop$/);
});

it('has the schedule of stock where all is read each time', () => {
  const [source] = readSettings({
    catalog: {
      syncStrategy: 'full',
      providers: { github: { organization: 'acme' } },
    },
  }).repositories;
  expect(source.schedule).toEqual({
    frequency: { hours: 3 },
    timeout: { hours: 1 },
  });
});

it('reads the short block as it was published', () => {
  const settings = readSettings({
    catalog: {
      syncStrategy: 'incremental',
      fallbackFullSyncInterval: '24h',
      providers: {
        github: {
          baseUrl: 'https://github.enterprise.example.com',
          token: 'ghp_secret',
          org: 'your-ghe-org',
          schedule: {
            frequency: { minutes: 5 },
            timeout: { minutes: 10 },
          },
        },
      },
    },
  });
  expect(settings).toMatchObject({
    strategy: 'incremental',
    fullSyncIntervalMs: 86_400_000,
  });
  expect(settings.repositories).toEqual([
    {
      ...plain,
      host: 'github.enterprise.example.com',
      organization: 'your-ghe-org',
      schedule: { frequency: { minutes: 5 }, timeout: { minutes: 10 } },
    },
  ]);
  expect(JSON.stringify(settings)).not.toContain('ghp_secret');
});

it('reads the entries of presets beside the short block', () => {
  expect(
    readGithub({
      org: 'acme',
      filters: { allowForks: false },
      'org-other': { organization: 'other' },
    }),
  ).toMatchObject([
    { id: 'default', organization: 'acme', filters: { allowForks: false } },
    { id: 'org-other', organization: 'other' },
  ]);
});

it.each<[string, JsonObject, string, string]>([
  ['neither', { x: {} }, '.x', 'Either organization or app must be specified'],
  ['text for an entry', { x: 'acme' }, '.x', 'must be a map'],
  ['only a token', { token: 'ghp_1' }, '', 'Either organization or app'],
  [
    'address',
    { organization: 'https://github.com/acme' },
    '.organization',
    'is not an organisation',
  ],
  [
    'slash in branch',
    { organization: 'acme', filters: { branch: 'a/b' } },
    '.filters.branch',
    'Slash characters (/) are not allowed in filters.branch',
  ],
  [
    'wildcard with validation',
    {
      organization: 'acme',
      catalogPath: ['a.yaml', '*/b.yaml'],
      validateLocationsExist: true,
    },
    '.validateLocationsExist',
    'The catalog path /*/b.yaml contains a wildcard',
  ],
  [
    'pattern',
    { organization: 'acme', filters: { repository: '(' } },
    '.filters.repository',
    'Invalid regular expression',
  ],
  [
    'visibility',
    { organization: 'acme', filters: { visibility: ['secret'] } },
    '.filters.visibility',
    'private, internal, public',
  ],
  [
    'no path',
    { organization: 'acme', catalogPath: [] },
    '.catalogPath',
    'empty list',
  ],
  [
    'path outside',
    { organization: 'acme', catalogPath: '../x.yaml' },
    '.catalogPath',
    'not a path within',
  ],
  [
    'page size',
    { organization: 'acme', pageSizes: { repositories: 101 } },
    '.pageSizes.repositories',
    'from 1 to 100',
  ],
  [
    'schedule',
    { organization: 'acme', schedule: { frequency: 'often' } },
    '.schedule',
    'often',
  ],
  [
    'short key in an entry',
    { x: { organization: 'acme', token: 'ghp_1' } },
    '.x.token',
    'integrations.github',
  ],
  ['base URL', { baseUrl: 'ghe', org: 'acme' }, '.baseUrl', 'not an address'],
])('refuses: %s', (_, github, key, reason) => {
  const problems = problemsOf({ catalog: { providers: { github } } });
  expect(problems).toEqual([
    expect.stringMatching(`^catalog.providers.github${key}: `),
  ]);
  expect(problems[0]).toContain(reason);
  expect(problems[0]).not.toContain('ghp_1');
});
