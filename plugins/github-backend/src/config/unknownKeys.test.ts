import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { inspectGithubSettings } from './inspectGithubSettings';

const schedule = { frequency: { minutes: 30 }, timeout: 'PT3M' };

function inspect(providers: JsonObject) {
  const { problems, warnings } = inspectGithubSettings({
    config: new ConfigReader({ catalog: { providers } }),
  });
  const lines = (flaws: typeof problems) =>
    flaws.map(({ key, reason }) => `${key}: ${reason}`);
  return { problems: lines(problems), warnings: lines(warnings) };
}

const misspelt = (key: string, meant: string) =>
  `catalog.providers.${key}: there is no such option; did you mean ${meant}?`;

it.each<[JsonObject, string[]]>([
  [
    { github: { organisation: 'acme', schedule } },
    [misspelt('github.organisation', 'organization')],
  ],
  [
    { github: { acme: { organisation: 'acme' } } },
    [misspelt('github.acme.organisation', 'organization')],
  ],
  [
    {
      github: {
        acme: {
          organization: 'acme',
          filters: { topic: { includes: ['a'] }, allowfork: false },
        },
      },
    },
    [
      misspelt('github.acme.filters.topic.includes', 'include'),
      misspelt('github.acme.filters.allowfork', 'allowForks'),
    ],
  ],
  [
    { github: { org: 'acme', filter: { branch: 'main' } } },
    [misspelt('github.filter', 'filters')],
  ],
  [
    {
      githubOrg: {
        id: 'x',
        githubUrl: 'https://github.com',
        org: ['a'],
        schedule,
      },
    },
    [misspelt('githubOrg.org', 'orgs')],
  ],
  [
    {
      githubOrg: [
        {
          id: 'x',
          githubUrl: 'https://github.com',
          schedule: { ...schedule, initialDelays: '1s' },
        },
      ],
    },
    [misspelt('githubOrg[0].schedule.initialDelays', 'initialDelay')],
  ],
])('refuses a misspelt option: %j', (providers, expected) => {
  expect(inspect(providers)).toEqual({ problems: expected, warnings: [] });
});

it('warns of options that may be those of another module', () => {
  const { problems, warnings } = inspect({
    github: {
      acme: { organization: 'acme', ours: 1, filters: { languages: ['go'] } },
    },
    githubOrg: {
      id: 'x',
      githubUrl: 'https://github.com',
      schedule,
      teamPrefix: 'a-',
    },
  });
  expect(problems).toEqual([]);
  expect(warnings).toEqual([
    expect.stringMatching(
      /^catalog.providers.github.acme.ours: it has no effect: .* there are host, organization/,
    ),
    expect.stringMatching(/^catalog.providers.github.acme.filters.languages: /),
    expect.stringMatching(/^catalog.providers.githubOrg.teamPrefix: /),
  ]);
});

it('takes every option that is documented', () => {
  const source = {
    host: 'github.com',
    organization: 'acme',
    catalogPath: '/a.yaml',
    filters: {
      repository: 'a',
      branch: 'main',
      allowForks: true,
      topic: { include: ['a'], exclude: ['b'] },
      visibility: ['public'],
      allowArchived: false,
    },
    validateLocationsExist: false,
    schedule: { ...schedule, initialDelay: '1s', scope: 'global' },
    pageSizes: { repositories: 1 },
  };
  expect(inspect({ github: source })).toEqual({ problems: [], warnings: [] });
  expect(inspect({ github: { a: source, b: { app: 1 } } })).toEqual({
    problems: [],
    warnings: [],
  });
});
