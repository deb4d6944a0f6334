import { eventSettings, INFERENCE } from './__testUtils__/eventSettings';
import { startReceiving } from './__testUtils__/startReceiving';

jest.setTimeout(60_000);

let scene: Awaited<ReturnType<typeof startReceiving>>;
beforeAll(async () => {
  scene = await startReceiving({
    settings: host => eventSettings({ host, more: { inference: INFERENCE } }),
  });
});
afterAll(() => scene?.stop());
beforeEach(() => {
  scene.sandbox.sandbox.faults.clear();
  for (const list of [
    scene.hints,
    scene.reconciled,
    scene.refreshed,
    scene.scm,
    scene.people,
    scene.wikis,
  ]) {
    list.length = 0;
  }
});

async function change(route: string, body?: unknown) {
  const answer = await scene.sandbox.call(route, { as: 'olivia', body });
  expect(answer.status).toBeLessThan(300);
  await scene.settled();
}

it('asks about a repository whose descriptor was pushed, and waits for that commit', async () => {
  const commit = await scene.write('shop', 'catalog-info.yaml', 'kind: A\n');
  expect(scene.hints).toEqual([
    {
      host: scene.host,
      owner: 'acme',
      name: 'shop',
      repositoryId: expect.any(String),
      reason: 'push',
      happenedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      commit,
      until: expect.any(String),
    },
  ]);
  const [{ happenedAt, until }] = scene.hints;
  expect(Date.parse(until!) - Date.parse(happenedAt!)).toBe(10_000);
  expect(scene.refreshed).toEqual([]);
  expect(scene.scm).toEqual([
    expect.objectContaining({
      type: 'location.created',
      url: `${scene.sandbox.url}/acme/shop/blob/main/catalog-info.yaml`,
    }),
  ]);
});

it('asks nothing where the mirror has seen the commit already', async () => {
  const { sandbox, known } = scene;
  const url = `${sandbox.url}/acme/shop`;
  scene.sandbox.sandbox.faults.set({ webhooks: { loseEvery: 1 } } as any);
  const oid = await scene.write('shop', 'catalog-info.yaml', 'kind: B\n');
  known.set(url, { head: { oid }, files: [] } as any);
  scene.sandbox.sandbox.faults.clear();
  sandbox.sandbox.events.emit({
    name: 'push',
    repository: sandbox.shop,
    ref: 'refs/heads/main',
    before: oid,
    after: oid,
    forced: true,
    sender: sandbox.olivia,
  } as any);
  await scene.settled();
  known.delete(url);
  expect(scene.deliveries().at(-1)).toBe('push 202');
  expect(scene.hints).toEqual([]);
});

it('has only what refers to other files read again', async () => {
  await scene.write('shop', 'api/openapi.yaml', 'openapi: 3.1.0\n');
  expect(scene.hints).toEqual([]);
  expect(scene.refreshed).toEqual(
    ['tree', 'blob'].map(
      form =>
        `url:${scene.sandbox.url}/acme/shop/${form}/main/api/openapi.yaml`,
    ),
  );
});

it.each(['CODEOWNERS', 'docs/index.md'])(
  'asks when %s comes, since an inferred entity is made of it',
  async file => {
    await scene.write('vault', file, 'text\n');
    expect(scene.hints).toMatchObject([{ name: 'vault', reason: 'push' }]);
  },
);

it('does not care for branches that nobody reads', async () => {
  const { body } = await scene.sandbox.call(
    'GET /repos/acme/shop/git/ref/heads/main',
    { as: 'olivia' },
  );
  await change('POST /repos/acme/shop/git/refs', {
    ref: 'refs/heads/topic',
    sha: body.object.sha,
  });
  expect(scene.deliveries().at(-1)).toBe('push 202');
  expect(scene.hints).toEqual([]);
  expect(scene.refreshed).toEqual([]);
});

it('follows a repository from its beginning to its end', async () => {
  await change('POST /orgs/acme/repos', { name: 'new' });
  await change('PATCH /repos/acme/new', { name: 'newer' });
  await change('PATCH /repos/acme/newer', { archived: true });
  await change('PATCH /repos/acme/newer', { archived: false });
  await change('PATCH /repos/acme/newer', { private: true });
  await change('DELETE /repos/acme/newer');
  expect(
    scene.hints.map(({ name, saysGone }) => `${name} ${Boolean(saysGone)}`),
  ).toEqual([
    'new false',
    'newer false',
    'newer false',
    'newer false',
    'newer false',
    'newer true',
  ]);
  expect(new Set(scene.hints.map(hint => hint.repositoryId)).size).toBe(1);
  const url = `${scene.sandbox.url}/acme`;
  expect(scene.scm).toEqual([
    { type: 'repository.created', url: `${url}/new` },
    { type: 'repository.moved', fromUrl: `${url}/new`, toUrl: `${url}/newer` },
    { type: 'repository.updated', url: `${url}/newer` },
    { type: 'repository.updated', url: `${url}/newer` },
    { type: 'repository.updated', url: `${url}/newer` },
    { type: 'repository.deleted', url: `${url}/newer` },
  ]);
});

it('hands people and wikis on', async () => {
  const { sandbox } = scene;
  await change('PUT /orgs/acme/teams/web/memberships/olivia');
  await change('PUT /orgs/acme/teams/web/repos/acme/vault', {
    permission: 'push',
  });
  sandbox.sandbox.events.emit({
    name: 'gollum',
    repository: sandbox.shop,
    pages: [{ name: 'Home', action: 'edited', sha: 'a'.repeat(40) }],
    sender: sandbox.olivia,
  } as any);
  await scene.settled();
  expect(scene.people).toEqual(
    expect.arrayContaining(['membership.added', 'team.added_to_repository']),
  );
  expect(scene.hints).toMatchObject([{ name: 'vault' }]);
  expect(scene.wikis).toEqual(['acme/shop']);
});

it('takes what an installation loses and gains one by one, and runs through all for the rest', async () => {
  const { sandbox } = scene;
  const emit = (event: object) => {
    sandbox.sandbox.events.emit({ sender: sandbox.olivia, ...event } as any);
    return scene.settled();
  };
  sandbox.installation.repositorySelection = 'selected';
  sandbox.installation.repositoryIds = [sandbox.shop.id];
  await emit({
    name: 'installation_repositories',
    action: 'removed',
    installation: sandbox.installation,
    repositories: [sandbox.vault],
  });
  expect(scene.hints).toMatchObject([
    { name: 'vault', reason: 'installation', saysGone: true },
  ]);
  sandbox.installation.repositorySelection = 'all';
  await emit({
    name: 'installation',
    action: 'unsuspend',
    installation: sandbox.installation,
  });
  expect(scene.reconciled).toEqual([
    expect.stringMatching(/^acme: .*installation\.unsuspend$/),
  ]);
  expect(scene.people).toContain('installation.unsuspend');
});

it('counts an organisation’s events', async () => {
  await scene.write('shop', 'README.md', '# One\n');
  const { ledger, host, sandbox } = scene;
  const count = (since: Date) =>
    ledger.countSince({ host, owner: 'Acme', since });
  const now = sandbox.sandbox.clock.now();
  const { count: events, lastAt } = await count(
    new Date(now.getTime() - 3_600_000),
  );
  expect(events).toBeGreaterThan(0);
  expect(lastAt).toMatch(/Z$/);
  expect(await count(new Date(now.getTime() + 1_000))).toMatchObject({
    count: 0,
  });
});
