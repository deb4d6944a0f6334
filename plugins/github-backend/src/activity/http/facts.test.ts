import { mockCredentials } from '@backstage/backend-test-utils';
import supertest from 'supertest';
import {
  type ActivityScene,
  componentOf,
  startActivityScene,
} from '../__testUtils__/startActivityScene';

// Jest cannot run a dynamic import from CommonJS.
jest.mock('../insights/loadRenderer', () => ({
  loadRenderer: async () =>
    jest.requireActual(
      '@callboard/plugin-techdocs-backend-module-markdown/src/markdown/renderReadme',
    ),
}));

jest.setTimeout(60_000);

let scene: ActivityScene;
beforeAll(async () => {
  scene = await startActivityScene({
    entities: url => [
      componentOf({ url, name: 'shop' }),
      componentOf({ url, name: 'vault' }),
    ],
  });
  await scene.change('POST /repos/acme/shop/git/refs', {
    ref: 'refs/heads/feature',
    sha: (await scene.write('src/a.ts', 'export {};\n')) as string,
  });
  await scene.write('src/b.ts', 'export {};\n', 'shop', 'feature');
  await scene.change('POST /repos/acme/shop/pulls', {
    ...{ title: 'Add b', head: 'feature', base: 'main' },
  });
  await scene.change('POST /repos/acme/shop/pulls/1/requested_reviewers', {
    reviewers: ['mel'],
  });
});
afterAll(() => scene?.stop());

it('shows open pull requests with size, checks and who is asked', async () => {
  const answer = await scene.get('pulls');
  expect(answer).toMatchObject({
    ...{ state: 'answered', lacks: [] },
    value: {
      total: 1,
      pulls: [
        {
          ...{ repository: 'acme/shop', number: 1, title: 'Add b' },
          ...{ author: 'olivia', state: 'open', isDraft: false },
          ...{ base: 'main', head: 'feature', additions: 1, size: 'XS' },
          checks: { state: 'success', failing: [] },
          reviewers: [{ login: 'mel', state: 'requested' }],
          mergeable: 'yes',
        },
      ],
    },
  });
  expect(await scene.get('pulls?state=closed')).toMatchObject({
    value: { total: 0 },
  });
});

it('asks once, then only what an event makes outdated', async () => {
  for (const path of ['pulls', 'insights', 'repository', 'runs']) {
    await scene.get(path);
  }
  scene.asked();
  await scene.change('PATCH /repos/acme/shop/pulls/1', { title: 'Add b now' });
  scene.asked();
  await scene.get('insights');
  await scene.get('runs');
  await scene.get('repository');
  expect(scene.asked()).toEqual([]);
  const answers = await Promise.all([1, 2, 3].map(() => scene.get('pulls')));
  expect(answers[2].value.pulls[0].title).toBe('Add b now');
  expect(scene.asked()).toEqual(['POST /api/graphql']);
});

it('answers a page that has it already with 304', async () => {
  const path = '/entities/component/default/shop/pulls';
  const first = await scene.call(`GET ${path}`);
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  // Not by fetch, which asks caches not to answer as well.
  await supertest(scene.base)
    .get(path)
    .set('authorization', mockCredentials.user.header('user:default/mel'))
    .set('if-none-match', first.headers.get('etag')!)
    .expect(304);
});

it('shows languages, people, weeks and the README, which can act on nothing', async () => {
  const { value } = await scene.get('insights');
  expect(value.languages[0]).toMatchObject({ name: 'TypeScript', share: 1 });
  expect(value.contributors.map(({ login }: any) => login)).toContain('olivia');
  expect(value.weeks).toHaveLength(52);
  expect(
    value.weeks.reduce((sum: number, week: any) => sum + week.commits, 0),
  ).toBeGreaterThan(0);
  const readme = await scene.get('readme');
  expect(readme.value).toMatchObject({ path: 'README.md' });
  expect(readme.value.html).toContain('Shop');
  expect(readme.value.html).not.toMatch(/<script/i);
});

it('names the permission that the App lacks, with the page on which it is granted', async () => {
  const { dependabot, code } = await scene.get('security');
  expect(dependabot).toMatchObject({
    state: 'refused',
    lack: {
      ...{ permission: 'vulnerability_alerts', title: 'Dependabot alerts' },
      ...{ level: 'read', kind: 'app' },
      link: `${scene.sandbox.url}/organizations/acme/settings/apps/portal/permissions`,
    },
  });
  expect(code.state).not.toBe('answered');

  // The App asks for it, and nobody has accepted.
  const { app, installation } = scene.sandbox;
  app.permissions = { ...app.permissions, vulnerability_alerts: 'read' };
  await scene.knex('github_answers').where({ state: 'refused' }).delete();
  const pending = (await scene.get('security')).dependabot.lack;
  expect(pending.words).toContain('has not accepted');
  expect(pending.link).toContain(String(installation.id));

  installation.permissions = {
    ...installation.permissions,
    ...{ vulnerability_alerts: 'read', security_events: 'read' },
    secret_scanning_alerts: 'read',
  };
  await scene.knex('github_answers').where({ state: 'refused' }).delete();
  scene.github.credentials.forget();
  // Nothing was ever found, analysed or looked for.
  expect(await scene.get('security')).toMatchObject({
    dependabot: {
      state: 'answered',
      value: { open: { critical: 0 }, alerts: [], more: false },
    },
    code: { state: 'absent' },
    secrets: { state: 'absent' },
  });
  await scene.change('DELETE /repos/acme/vault/vulnerability-alerts');
  expect(await scene.get('security', 'vault')).toMatchObject({
    dependabot: {
      ...{ state: 'absent', reason: expect.stringContaining('disabled') },
    },
  });
});

it('sums up what a group has, and what a person has to do', async () => {
  const { body } = await scene.call('GET /groups/default/web/summary');
  expect(body).toMatchObject({
    omitted: 0,
    totals: { repositories: 2, failing: 0, open: 1, waiting: 1 },
    repositories: [
      {
        entityRef: 'component:default/shop',
        repository: 'acme/shop',
        ci: { state: 'success' },
        pulls: { open: 1, waiting: 1, oldestDays: 0 },
      },
      { repository: 'acme/vault', pulls: { open: 0, waiting: 0 } },
    ],
  });
  scene.asked();
  await scene.call('GET /groups/default/web/summary?children');
  expect(scene.asked()).toEqual([]);

  const mine = await scene.call('GET /mine');
  expect(mine.body).toMatchObject({
    login: 'mel',
    waiting: [{ number: 1, entityRef: 'component:default/shop' }],
    ...{ own: [], failing: [] },
  });
  await scene.write('broken', 'x');
  const [red] = (await scene.call('GET /mine')).body.failing;
  expect(red).toMatchObject({
    ...{ entityRef: 'component:default/shop', failing: ['test'] },
  });
  const nobody = await scene.call('GET /groups/default/none/summary');
  expect(nobody.status).toBe(404);
});

it('keeps what it knew while GitHub is away', async () => {
  const known = await scene.get('pulls');
  await scene.change('PATCH /repos/acme/shop/pulls/1', { title: 'Away' });
  const { faults } = scene.sandbox.sandbox;
  faults.set({ badGatewayEvery: 1, paths: ['/api/graphql'] });
  const answer = await scene.get('pulls');
  faults.clear();
  expect(answer).toMatchObject({
    state: 'answered',
    fresh: 'asked',
    value: known.value,
    outdated: { reason: expect.any(String), since: expect.any(String) },
  });
});
