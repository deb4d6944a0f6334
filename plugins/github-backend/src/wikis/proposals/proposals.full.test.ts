import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import type { Repository } from '@callboard/github-sandbox/src/core/state';
import { loadSchema } from '@callboard/github-sandbox/src/graphql/schema/loadSchema';
/* eslint-enable @backstage/no-forbidden-package-imports */
import express from 'express';
import { parse, validate } from 'graphql';
import { Octokit } from 'octokit';
import request from 'supertest';
import { readGithubSettings } from '../../config/readGithubSettings';
import { startWikis, type Wikis } from '../__testUtils__/startWikis';
import { lookAt } from '../reader/lookAt';
import {
  COMMIT_MUTATION,
  createWikiProposal,
  WIKI_BRANCH,
} from './createWikiProposal';
import { createWikiRouter } from './createWikiRouter';
import { planWikiDocs } from './planWikiDocs';
import { WIKI_DOCS_QUERY } from './wikiDocsState';

jest.setTimeout(60_000);

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 254, 10]);
const DESCRIPTOR =
  'kind: Component\nmetadata:\n  name: described\nspec:\n  type: service\n';

let wikis: Wikis;
let propose: ReturnType<typeof createWikiProposal>;
let client: Octokit;
const settingsOf = () =>
  readGithubSettings({
    config: mockServices.rootConfig({
      data: {
        catalog: {
          providers: { github: { host: wikis.host, organization: 'acme' } },
        },
      },
    }),
    hosts: [{ host: wikis.host }],
  });

beforeAll(async () => {
  wikis = await startWikis({ hasToken: false });
  const { sandbox } = wikis;
  client = new Octokit({
    auth: sandbox.tokens.olivia,
    baseUrl: `${sandbox.url}/api/v3`,
    throttle: { enabled: false },
  });
  propose = createWikiProposal({
    // Nothing waits for the pace that the budget sets changes.
    github: { ...wikis.github, client: async () => client },
    settings: settingsOf(),
    portalUrl: 'https://portal.acme.example',
    portalTitle: 'Callboard',
    now: () => sandbox.sandbox.clock.now(),
  });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => wikis.stop());

const addressOf = (name: string) => ({ host: wikis.host, owner: 'acme', name });
const contentAt = async (name: string, path: string) => {
  const { data } = await client.rest.repos.getContent({
    ...{ owner: 'acme', repo: name, path },
    ref: WIKI_BRANCH,
  });
  return Buffer.from((data as { content: string }).content, 'base64');
};
const pullsOf = async (name: string) =>
  (await client.rest.pulls.list({ owner: 'acme', repo: name, state: 'all' }))
    .data;

async function described(
  name: string,
  files: Record<string, string> = { 'catalog-info.yaml': DESCRIPTOR },
): Promise<Repository> {
  const repository = wikis.add(name, files);
  await wikis.write(repository, {
    'Home.md': 'See [[Über uns]] ![logo](logo.png)',
    'Über-uns.md': 'x',
    'logo.png': PNG,
  });
  return repository;
}

it.each([WIKI_DOCS_QUERY, COMMIT_MUTATION])(
  'asks as the schema of GitHub has it: %#',
  text => {
    const schema = loadSchema({ enterprise: false });
    expect(validate(schema, parse(text))).toEqual([]);
  },
);

it('brings pages, images, a configuration and the annotation in one pull request', async () => {
  await described('described');
  const outcome = await propose(addressOf('described'));
  const [pull] = await pullsOf('described');
  expect(outcome).toEqual({ status: 'pull-request', url: pull.html_url });
  expect(pull.title).toBe('Bring the wiki into docs/');
  expect(pull.body).toContain('This copies the 2 pages of [the wiki]');
  expect(String(await contentAt('described', 'docs/index.md'))).toBe(
    '# Home\n\nSee [Über uns](%C3%9Cber-uns.md) ![logo](logo.png)\n',
  );
  expect(await contentAt('described', 'docs/logo.png')).toEqual(PNG);
  expect(String(await contentAt('described', 'mkdocs.yml'))).toContain(
    'Über uns: Über-uns.md',
  );
  expect(String(await contentAt('described', 'catalog-info.yaml'))).toContain(
    'backstage.io/techdocs-ref: dir:.',
  );
  // A second time it finds what it has done.
  expect(await propose(addressOf('described'))).toEqual(outcome);
  expect(await pullsOf('described')).toHaveLength(1);

  await client.rest.pulls.update({
    ...{ owner: 'acme', repo: 'described' },
    ...{ pull_number: pull.number, state: 'closed' },
  });
  expect(await propose(addressOf('described'))).toEqual({
    status: 'skipped',
    reason: 'somebody has closed the pull request without merging it',
    url: pull.html_url,
  });
});

it('leaves a mkdocs.yml and an unusual descriptor, and says so', async () => {
  await described('unusual', {
    'mkdocs.yml': 'site_name: Mine\n',
    'catalog-info.yaml': '{{ template }}: [',
  });
  await propose(addressOf('unusual'));
  const [{ body }] = await pullsOf('unusual');
  expect(body).toContain('`mkdocs.yml` was there and stays as it is.');
  expect(body).toContain('`catalog-info.yaml` stays as it is, since');
  expect(String(await contentAt('unusual', 'mkdocs.yml'))).toBe(
    'site_name: Mine\n',
  );
});

it.each(['after the branch', 'after the commit'])(
  'goes on where it was lost: %s',
  async when => {
    const name = when.replace(/ /g, '-');
    await described(name);
    if (when === 'after the branch') {
      jest
        .spyOn(client, 'graphql')
        .mockImplementationOnce(client.graphql)
        .mockRejectedValueOnce(new Error('lost'));
    } else {
      jest
        .spyOn(client.rest.pulls, 'create')
        .mockRejectedValueOnce(new Error('lost'));
    }
    expect(await propose(addressOf(name))).toEqual({
      status: 'failed',
      reason: 'lost',
    });
    expect(await pullsOf(name)).toHaveLength(0);
    jest.restoreAllMocks();
    expect(await propose(addressOf(name))).toMatchObject({
      status: 'pull-request',
    });
    const { data } = await client.rest.repos.compareCommits({
      ...{ owner: 'acme', repo: name },
      ...{ base: 'main', head: WIKI_BRANCH },
    });
    expect(data.commits).toHaveLength(1);
  },
);

it('says until when a limit lasts', async () => {
  await described('limited');
  jest.spyOn(client.rest.git, 'createRef').mockRejectedValueOnce(
    Object.assign(new Error('You have exceeded a secondary rate limit'), {
      status: 403,
      response: { headers: { 'retry-after': '60' } },
    }),
  );
  expect(await propose(addressOf('limited'))).toMatchObject({
    status: 'waits',
    until: expect.stringMatching(/Z$/),
  });
});

describe('the routes', () => {
  const audit: object[] = [];
  const openRoutes = (result: AuthorizeResult.ALLOW | AuthorizeResult.DENY) => {
    const tell = (outcome: string) => async (more?: object) => {
      audit.push({ outcome, ...more });
    };
    const app = express();
    app.use(
      createWikiRouter({
        propose,
        hosts: () => wikis.github.credentials.hosts(),
        isMirrored: async () => false,
        plan: asked =>
          planWikiDocs({
            ...asked,
            settings: settingsOf(),
            repositories: wikis.repositories,
            view: {
              repositoriesOf: async () => [],
              filesAt: async () => ({ state: 'unknown' }),
            },
            async headOf(wiki) {
              const { credentials } = wikis.github;
              return (await lookAt({ wiki, credentials, pluginId: 'github' }))
                .head;
            },
          }),
        httpAuth: mockServices.httpAuth(),
        permissions: mockServices.permissions.mock({
          authorize: async () => [{ result }],
        }),
        auditor: mockServices.auditor.mock({
          createEvent: async () => ({
            success: tell('success'),
            fail: tell('failure'),
          }),
        }),
      }),
    );
    app.use(
      MiddlewareFactory.create({
        logger: mockServices.logger.mock(),
        config: mockServices.rootConfig(),
      }).error(),
    );
    return request(app);
  };

  it('plan an organisation, and bring one wiki', async () => {
    wikis.add('with-docs', { 'docs/index.md': 'x' });
    const archived = wikis.add('old', { 'README.md': 'x' });
    archived.archived = true;
    await described('routed');
    const routes = openRoutes(AuthorizeResult.ALLOW);
    const plan = await routes
      .post('/wikis/plan')
      .send({ host: wikis.host, organisation: 'acme' });
    expect(plan.status).toBe(200);
    const stateOf = (name: string) => {
      const { state, reason, hasWiki } = plan.body.items.find(
        (item: { repository: string }) => item.repository === `acme/${name}`,
      );
      return [reason ?? state, hasWiki];
    };
    expect(
      ['routed', 'with-docs', 'old', 'empty', 'vault'].map(stateOf),
    ).toEqual([
      ['ready', true],
      ['it has docs/ already', true],
      ['it is archived', true],
      ['it has no commit yet', true],
      ['its wiki has no pages', false],
    ]);
    const proposed = await routes
      .post('/wikis/pull-requests')
      .send({ host: wikis.host, repository: 'acme/routed' });
    expect(proposed.body).toMatchObject({ status: 'pull-request' });
    expect(audit).toEqual([
      { outcome: 'success', meta: { status: 'pull-request' } },
    ]);
  });

  it('are for operators, and refuse what they do not understand', async () => {
    const denied = await openRoutes(AuthorizeResult.DENY)
      .post('/wikis/plan')
      .send({ organisation: 'acme' });
    expect(denied.status).toBe(403);
    const wrong = await openRoutes(AuthorizeResult.ALLOW)
      .post('/wikis/pull-requests')
      .send({ repository: '../x/y', more: 1 });
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toContain('it is not OWNER/NAME');
  });
});
