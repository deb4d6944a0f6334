import { eventSettings, INFERENCE } from '../__testUtils__/eventSettings';
import { pushBody } from '../__testUtils__/pushBody';
import type { MirrorEvent } from '../handledEvents';
import { reactionsTo } from './reactionsTo';

const host = 'github.com';
const webUrl = 'https://github.com';
const pushedAt = new Date('2026-06-01T12:00:00Z');

function reactions(options: {
  event?: MirrorEvent;
  payload?: object;
  settings?: Parameters<typeof eventSettings>[0]['source'];
  more?: Parameters<typeof eventSettings>[0]['more'];
}) {
  const { event = 'push', settings: source, more } = options;
  const payload = options.payload ?? pushBody({ webUrl, pushedAt });
  const settings = eventSettings({ host, source, more });
  const read = reactionsTo({ event, payload, host, settings });
  return read.outcome === 'understood' ? read.reactions : read;
}

const kinds = (options: Parameters<typeof reactions>[0]) => {
  const found = reactions(options);
  return Array.isArray(found) ? found.map(({ kind }) => kind) : [];
};

describe('a push', () => {
  const touching = (...modified: string[]) =>
    pushBody({ webUrl, pushedAt, modified });

  it.each<[string, Parameters<typeof reactions>[0], string[]]>([
    ['of a descriptor', {}, ['scm', 'hint']],
    [
      'of a file that a wildcard names',
      {
        payload: touching('services/a/catalog-info.yaml'),
        settings: { catalogPaths: ['**/catalog-info.yaml'] },
      },
      ['scm', 'hint'],
    ],
    [
      'of a descriptor of one of several paths',
      {
        payload: touching('b.yml', 'README.md'),
        settings: { catalogPaths: ['a.yaml', '/b.yml'] },
      },
      ['scm', 'hint', 'refresh'],
    ],
    ['of something else', { payload: touching('src/a.ts') }, ['refresh']],
    [
      'of what an inferred entity is made of',
      {
        payload: touching('.github/CODEOWNERS'),
        more: { inference: INFERENCE },
      },
      ['hint', 'refresh'],
    ],
    [
      'of the same without inference',
      { payload: touching('.github/CODEOWNERS') },
      ['refresh'],
    ],
    [
      'of nobody’s organisation',
      { settings: { organization: 'other' } },
      ['scm'],
    ],
    [
      'of an organisation in another case',
      { settings: { organization: 'ACME' } },
      ['scm', 'hint'],
    ],
    [
      'where an App reads all',
      { settings: { organization: undefined } },
      ['scm', 'hint'],
    ],
    ['of another host', { settings: { host: 'ghe.example.com' } }, ['scm']],
    [
      'to a branch that is not the source’s',
      {
        settings: {
          filters: {
            branch: 'live',
            allowForks: true,
            topic: {},
            allowArchived: false,
          },
        },
      },
      ['scm'],
    ],
    [
      'of a repository that the source leaves out',
      {
        settings: {
          filters: {
            repository: /^x/,
            allowForks: true,
            topic: {},
            allowArchived: false,
          },
        },
      },
      ['scm'],
    ],
    [
      'of a tag',
      { payload: { ...touching('catalog-info.yaml'), ref: 'refs/tags/v1' } },
      [],
    ],
    [
      'by force',
      { payload: { ...touching('src/a.ts'), forced: true } },
      ['hint', 'refresh'],
    ],
  ])('%s asks for what it should', (_, options, expected) => {
    expect(kinds(options)).toEqual(expected);
  });

  it('to the source’s own branch waits for no commit, since only the default branch’s is known', () => {
    const filters = {
      branch: 'live',
      allowForks: true,
      topic: {},
      allowArchived: false,
    };
    const payload = {
      ...touching('catalog-info.yaml'),
      ref: 'refs/heads/live',
    };
    const [hint] = reactions({ payload, settings: { filters } }) as any;
    expect(hint).toEqual({
      kind: 'hint',
      hint: {
        host,
        owner: 'acme',
        name: 'shop',
        repositoryId: 'R_shop',
        reason: 'push',
        happenedAt: '2026-06-01T12:00:00.000Z',
      },
    });
  });

  it('of more files than anything refers to stays within bounds', () => {
    const files = Array.from({ length: 30_000 }, (_, index) => `src/${index}`);
    const [refresh] = reactions({ payload: touching(...files) }) as any;
    expect(refresh.keys).toHaveLength(40_000);
  });
});

it('a transfer asks on both sides, as two questions', () => {
  const { repository, sender } = pushBody({ webUrl, pushedAt });
  const found = reactions({
    event: 'repository',
    payload: {
      action: 'transferred',
      repository: { ...repository, updated_at: '2026-06-01T12:00:00Z' },
      changes: {
        owner: {
          from: { organization: { login: 'Old', html_url: `${webUrl}/Old` } },
        },
      },
      sender,
    },
  });
  expect(found).toEqual([
    {
      kind: 'hint',
      hint: expect.objectContaining({ owner: 'acme', repositoryId: 'R_shop' }),
    },
    {
      kind: 'hint',
      hint: expect.objectContaining({
        owner: 'Old',
        name: 'shop',
        repositoryId: undefined,
        saysGone: true,
      }),
    },
    {
      kind: 'scm',
      events: [
        {
          type: 'repository.moved',
          fromUrl: `${webUrl}/Old/shop`,
          toUrl: `${webUrl}/acme/shop`,
        },
      ],
    },
  ]);
});

it('a new default branch moves what is below it', () => {
  const { repository } = pushBody({ webUrl, pushedAt });
  const found = reactions({
    event: 'repository',
    payload: {
      action: 'edited',
      repository,
      changes: { default_branch: { from: 'master' } },
    },
  }) as any;
  expect(found.at(-1).events).toEqual([
    {
      type: 'repository.moved',
      fromUrl: `${webUrl}/acme/shop/blob/master`,
      toUrl: `${webUrl}/acme/shop/blob/main`,
    },
  ]);
});

it('an organisation with another name is run through', () => {
  expect(
    kinds({
      event: 'organization',
      payload: { action: 'renamed', organization: { login: 'acme' } },
    }),
  ).toEqual(['people', 'reconcile']);
});

it('an installation on everything is run through', () => {
  expect(
    kinds({
      event: 'installation_repositories',
      payload: {
        action: 'added',
        installation: { id: 1, account: { login: 'acme' } },
        repository_selection: 'all',
        repositories_added: [{ name: 'shop', node_id: 'R_shop' }],
        repositories_removed: [],
      },
    }),
  ).toEqual(['forget', 'reconcile', 'people']);
});
