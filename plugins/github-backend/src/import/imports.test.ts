import { TestDatabases } from '@backstage/backend-test-utils';
import { openImports } from './__testUtils__/openImports';
import { SOME_REPOSITORIES } from './__testUtils__/someRepositories';
import { IMPORT_BRANCH } from './apply/createProposal';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let scene: Awaited<ReturnType<typeof openImports>>;
afterEach(() => scene?.stop());

const open = async (more: { withBudget?: boolean } = {}) => {
  const knex = await databases.init('SQLITE_3');
  scene = await openImports({ knex, repositories: SOME_REPOSITORIES, ...more });
  return scene;
};

it('says of each repository what it is, what would be made, and what is missing', async () => {
  const portal = (await open()).startPortal();
  const run = await portal.planned();
  expect(run).toMatchObject({
    host: scene.host,
    organisation: 'acme',
    createdBy: 'user:default/olivia',
    status: 'planned',
    counts: {
      described: 1,
      invalid: 1,
      inferable: 3,
      inferred: 0,
      'left-out': 2,
    },
  });
  const of = (name: string) =>
    run.items.find(({ repository }) => repository === `acme/${name}`)!;
  expect(of('described')).toMatchObject({ state: 'described', problems: [] });
  expect(of('broken')).toMatchObject({
    state: 'invalid',
    problems: [expect.stringMatching(/^catalog-info\.yaml: .*metadata.name/)],
  });
  expect(of('old').problems).toEqual(['it is archived']);
  expect(of('bare').problems).toEqual(['it has no commit yet']);
  expect(of('owned')).toMatchObject({
    state: 'inferable',
    entity: {
      ref: 'component:default/owned',
      yaml: expect.stringContaining('owner: group:default/web'),
    },
    missing: ['it has no description'],
  });
  expect(of('owned').entity!.yaml).not.toContain('callboard/inferred');
  expect(of('plain').entity!.yaml).toContain('owner: group:default/acme');
  expect(of('plain').missing[0]).toContain('CODEOWNERS');
  expect(of('forked').entity!.yaml).toContain('type: fork');
});

it('registers all that can be, once', async () => {
  const portal = (await open()).startPortal();
  const { id } = await portal.planned();
  scene.registered.push(`${scene.sandbox.url}/acme/plain`);
  await portal.imports.apply({ id, mode: 'register' });
  await portal.work.idle();
  const run = await portal.imports.get({ id });
  expect(run).toMatchObject({ status: 'done', done: 3, total: 3 });
  expect(scene.registered.sort()).toEqual(
    ['forked', 'owned', 'plain'].map(
      name => `${scene.sandbox.url}/acme/${name}`,
    ),
  );
  await expect(portal.imports.apply({ id, mode: 'register' })).rejects.toThrow(
    'nothing to apply',
  );
  // What is in the catalog as inferred is told apart by the next plan.
  const next = await scene
    .startPortal({ inferred: new Map([['acme/plain', 'component:default/p']]) })
    .planned();
  expect(next.counts).toMatchObject({ inferable: 2, inferred: 1 });
});

it('opens a pull request with the descriptor, through the budget', async () => {
  const portal = (await open({ withBudget: true })).startPortal();
  const { id } = await portal.planned();
  await portal.imports.apply({
    ...{ id, mode: 'pull-request', repositories: ['ACME/owned'] },
  });
  await portal.work.idle();
  const { items, status } = await portal.imports.get({ id });
  expect(status).toBe('done');
  const item = items.find(({ repository }) => repository === 'acme/owned')!;
  const [pull, ...more] = await scene.pulls('owned');
  expect(more).toEqual([]);
  expect(item.outcome).toMatchObject({
    status: 'pull-request',
    url: pull.html_url,
  });
  expect(pull).toMatchObject({
    title: 'Add catalog-info.yaml',
    head: { ref: IMPORT_BRANCH },
    base: { ref: 'main' },
    body: expect.stringContaining('it has no description'),
  });
  const { data } = await scene.octokit.rest.repos.getContent({
    ...{ owner: 'acme', repo: 'owned', path: 'catalog-info.yaml' },
    ref: IMPORT_BRANCH,
  });
  expect(
    Buffer.from((data as { content: string }).content, 'base64').toString(),
  ).toBe(item.entity!.yaml);
  expect(await scene.pulls('plain')).toEqual([]);
});
