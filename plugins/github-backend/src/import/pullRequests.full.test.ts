import { TestDatabases } from '@backstage/backend-test-utils';
import { openImports } from './__testUtils__/openImports';
import {
  descriptor,
  organisation147,
  type TestRepository,
} from './__testUtils__/organisation147';
import { IMPORT_BRANCH } from './apply/createProposal';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const README = { 'README.md': '# It\n' };

let scene: Awaited<ReturnType<typeof openImports>>;
afterEach(() => scene?.stop());

const open = async (
  repositories: TestRepository[] = ['owned', 'plain', 'forked'].map(name => ({
    ...{ name, files: README },
    fork: name === 'forked',
  })),
) => {
  const knex = await databases.init('SQLITE_3');
  scene = await openImports({ knex, repositories });
  return scene;
};

it('finds what is there, and opens nothing twice', async () => {
  const portal = (await open()).startPortal();
  const apply = async (repositories: string[]) => {
    const { id } = await portal.planned();
    await portal.imports.apply({ id, mode: 'pull-request', repositories });
    await portal.work.idle();
    const { items } = await portal.imports.get({ id });
    return items.find(({ repository }) => repository === repositories[0])!
      .outcome!;
  };
  const first = await apply(['acme/plain']);
  const second = await apply(['acme/plain']);
  expect(second).toMatchObject({ status: 'pull-request', url: first.url });

  const [{ number }] = await scene.pulls('plain');
  await scene.octokit.rest.pulls.update({
    ...{ owner: 'acme', repo: 'plain', pull_number: number, state: 'closed' },
  });
  expect(await apply(['acme/plain'])).toMatchObject({
    status: 'skipped',
    error: expect.stringContaining('closed the pull request'),
    url: first.url,
  });
  expect(await scene.pulls('plain')).toHaveLength(1);

  // Somebody has begun by hand on a branch of this name.
  const { data: base } = await scene.octokit.rest.git.getRef({
    ...{ owner: 'acme', repo: 'owned', ref: 'heads/main' },
  });
  await scene.octokit.rest.git.createRef({
    ...{ owner: 'acme', repo: 'owned', sha: base.object.sha },
    ref: `refs/heads/${IMPORT_BRANCH}`,
  });
  await scene.octokit.rest.repos.createOrUpdateFileContents({
    ...{ owner: 'acme', repo: 'owned', path: 'catalog-info.yaml' },
    ...{ branch: IMPORT_BRANCH, message: 'By hand' },
    content: Buffer.from(descriptor('by-hand')).toString('base64'),
  });
  expect(await apply(['acme/owned'])).toMatchObject({ status: 'pull-request' });
  const { data } = await scene.octokit.rest.repos.getContent({
    ...{ owner: 'acme', repo: 'owned', path: 'catalog-info.yaml' },
    ref: IMPORT_BRANCH,
  });
  expect(
    Buffer.from((data as { content: string }).content, 'base64').toString(),
  ).toContain('by-hand');
});

it('leaves alone what has changed since the plan', async () => {
  const portal = (await open()).startPortal();
  const { id } = await portal.planned();
  const { octokit } = scene;
  await octokit.rest.repos.createOrUpdateFileContents({
    ...{ owner: 'acme', repo: 'owned', path: 'catalog-info.yaml' },
    message: 'By hand',
    content: Buffer.from(descriptor('owned')).toString('base64'),
  });
  await octokit.rest.repos.update({
    ...{ owner: 'acme', repo: 'plain', name: 'renamed' },
  });
  await octokit.rest.repos.delete({ owner: 'acme', repo: 'forked' });
  await portal.imports.apply({ id, mode: 'pull-request' });
  await portal.work.idle();
  const { items } = await portal.imports.get({ id });
  const reasons = items.flatMap(({ outcome }) => outcome?.error ?? []);
  expect(reasons).toEqual([
    expect.stringContaining('it is gone'),
    expect.stringContaining('it has catalog-info.yaml by now'),
    expect.stringContaining('it is called acme/renamed now'),
  ]);
  expect(await scene.pulls('renamed')).toEqual([]);
});

describe('147 repositories', () => {
  it('are planned and registered, and the chosen ones get one pull request each, through a crash', async () => {
    await open(organisation147());
    const first = scene.startPortal();
    const plan = await first.planned();
    expect(plan.items).toHaveLength(147);
    expect(plan.counts).toEqual({
      described: 60,
      invalid: 3,
      inferable: 74,
      inferred: 0,
      'left-out': 10,
    });
    const ofGroup = (group: string) =>
      plan.items.filter(({ repository }) =>
        repository.startsWith(`acme/${group}-`),
      );
    expect(
      ofGroup('owned').filter(({ entity }) =>
        entity!.yaml.includes('owner: group:default/web'),
      ),
    ).toHaveLength(20);
    expect(
      ofGroup('documented').filter(({ entity }) =>
        entity!.yaml.includes('backstage.io/techdocs-ref: dir:.'),
      ),
    ).toHaveLength(10);
    expect(
      ofGroup('fork').filter(({ entity }) =>
        entity!.yaml.includes('type: fork'),
      ),
    ).toHaveLength(8);

    const { id } = plan;
    await first.imports.apply({ id, mode: 'register' });
    await first.work.idle();
    expect(await first.imports.get({ id })).toMatchObject({
      ...{ status: 'done', done: 74, total: 74 },
    });
    expect(new Set(scene.registered).size).toBe(74);

    // The process is lost at the eighth, when its branch is there and nothing else.
    let branches = 0;
    const crashing = scene.startPortal({
      owner: 'lost',
      async afterBranch(count) {
        branches = count;
        if (count === 8) await new Promise(() => {});
      },
    });
    const chosen = ofGroup('owned').map(({ repository }) => repository);
    await crashing.imports.apply({
      ...{ id, mode: 'pull-request', repositories: chosen },
    });
    const reached = async () =>
      (await crashing.imports.get({ id, items: false })).done;
    while ((await reached()) < 7 || branches < 8) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    const second = scene.startPortal({ owner: 'portal-2' });
    await second.work.tick();
    await second.work.idle();
    expect(await reached()).toBe(7);
    await scene.endLeases();
    await second.work.tick();
    await second.work.idle();

    const run = await second.imports.get({ id });
    expect(run).toMatchObject({ status: 'done', done: 20, total: 20 });
    const { state } = scene.sandbox.sandbox;
    const opened = state.issues
      .all()
      .filter(({ pull }) => pull)
      .map(
        ({ repositoryId }) =>
          `acme/${state.repositories.get(repositoryId)!.name}`,
      );
    expect(opened.sort()).toEqual(chosen);
    expect(
      run.items.filter(({ outcome }) => outcome?.status === 'pull-request'),
    ).toHaveLength(20);
  });
});
