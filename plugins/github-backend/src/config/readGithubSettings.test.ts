import type { JsonObject } from '@backstage/types';
import { problemsOf, readSettings } from './__testUtils__/readSettings';

const schedule = { frequency: { minutes: 30 }, timeout: 'PT3M' };

const readOwn = (catalog: JsonObject) =>
  readSettings({ callboard: { github: { catalog } } });

it('has defaults where nothing is configured', () => {
  expect(readSettings({})).toEqual({
    repositories: [],
    people: [],
    strategy: 'incremental',
    fullSyncIntervalMs: 86_400_000,
    inference: undefined,
    guard: { share: 0.2, count: 10 },
    freshness: { targetLagMs: 600_000 },
    hintSecrets: [],
    missedDeliveries: { everyMs: 600_000 },
    wikis: { everyMs: 3_600_000 },
    peopleReading: { fullEveryMs: 3_600_000 },
    activity: { enabled: true, trusted: [], cacheMegabytes: 256 },
  });
});

describe('callboard.github.catalog', () => {
  it.each([
    [false, undefined],
    ['false', undefined],
    [{ enabled: false }, undefined],
    [
      true,
      {
        lifecycle: 'production',
        type: { fork: 'fork', other: 'service' },
        wikis: true,
        rules: [],
      },
    ],
    [
      {
        lifecycle: 'experimental',
        owner: 'platform',
        type: { other: 'repository' },
        wikis: false,
        rules: [
          {
            repository: 'acme/legacy-*',
            lifecycle: 'deprecated',
            owner: 'group:default/care',
            type: 'website',
            system: 'shop',
            tags: ['old'],
          },
          { repository: '*/playground', exclude: true },
        ],
      },
      {
        lifecycle: 'experimental',
        owner: 'platform',
        type: { fork: 'fork', other: 'repository' },
        wikis: false,
        rules: [
          {
            repository: 'acme/legacy-*',
            lifecycle: 'deprecated',
            owner: 'group:default/care',
            type: 'website',
            system: 'shop',
            tags: ['old'],
          },
          { repository: '*/playground', exclude: true },
        ],
      },
    ],
  ])('reads inferred: %j', (inferred, expected) => {
    expect(readOwn({ inferred }).inference).toEqual(expected);
  });

  it('reads the rest', () => {
    expect(
      readOwn({
        guard: { share: 0.5, count: 3 },
        freshness: { targetLag: '2s' },
        preReceive: {
          secret: 'a-secret-of-the-hooks',
          secrets: ['an-earlier-secret-of-them', 'a-secret-of-the-hooks'],
        },
        missedDeliveries: { every: 'PT1H' },
        wikis: { every: { minutes: 30 } },
        people: { fullEvery: '6h' },
      }),
    ).toMatchObject({
      guard: { share: 0.5, count: 3 },
      freshness: { targetLagMs: 2000 },
      hintSecrets: ['a-secret-of-the-hooks', 'an-earlier-secret-of-them'],
      missedDeliveries: { everyMs: 3_600_000 },
      wikis: { everyMs: 1_800_000 },
      peopleReading: { fullEveryMs: 21_600_000 },
    });
  });

  it('names all that is wrong, and no secret', () => {
    const problems = problemsOf({
      catalog: { syncStrategy: 'lazy', fallbackFullSyncInterval: 24 },
      callboard: {
        github: {
          catalog: {
            infered: true,
            inferred: {
              owner: 'a:b:c',
              lifecylce: 'x',
              rules: [{ repository: 'shop', tags: ['Not A Tag'] }, {}],
            },
            guard: { share: 20, count: 1.5 },
            freshness: { target: '1s' },
            preReceive: { secret: 'hunter2' },
            missedDeliveries: { every: '1s' },
            wikis: { every: 'hourly' },
            people: { fullEvery: '1s' },
          },
        },
      },
    });
    expect(problems.map(line => line.split(':')[0])).toEqual([
      'callboard.github.catalog.infered',
      'callboard.github.catalog.freshness.target',
      'catalog.syncStrategy',
      'catalog.fallbackFullSyncInterval',
      'callboard.github.catalog.inferred.lifecylce',
      'callboard.github.catalog.inferred.owner',
      'callboard.github.catalog.inferred.rules[0].repository',
      'callboard.github.catalog.inferred.rules[0].tags',
      'callboard.github.catalog.inferred.rules[1].repository',
      'callboard.github.catalog.guard.share',
      'callboard.github.catalog.guard.count',
      'callboard.github.catalog.preReceive.secret',
      'callboard.github.catalog.missedDeliveries.every',
      'callboard.github.catalog.wikis.every',
      'callboard.github.catalog.people.fullEvery',
    ]);
    expect(problems.join()).not.toContain('hunter2');
  });
});

it('refuses sources of hosts that no credential is configured for', () => {
  const data = {
    catalog: {
      providers: {
        github: { organization: 'acme', host: 'ghe.example.com' },
        githubOrg: { id: 'x', githubUrl: 'https://github.com', schedule },
      },
    },
  };
  expect(problemsOf(data, [{ host: 'github.com' }])).toEqual([
    expect.stringContaining(
      'There is no GitHub config that matches host ghe.example.com',
    ),
  ]);
  expect(
    problemsOf(data, [{ host: 'github.com' }, { host: 'GHE.example.com' }]),
  ).toEqual([]);
});
