import { startReceiving } from '../__testUtils__/startReceiving';

jest.setTimeout(60_000);

let scene: Awaited<ReturnType<typeof startReceiving>>;
beforeEach(async () => {
  scene = await startReceiving();
  await scene.checkMissed();
  minutesPass(5);
});
afterEach(() => scene?.stop());

function minutesPass(minutes: number) {
  scene.sandbox.sandbox.clock.advance({ ms: minutes * 60_000 });
}

/** What is listening now does not answer as it should. */
async function whileAway(run: () => Promise<unknown>) {
  const { app } = scene.sandbox;
  const { webhookUrl } = app;
  app.webhookUrl = webhookUrl!.replace('/github', '/nobody-here');
  await run();
  app.webhookUrl = webhookUrl;
}

const requests = (path: string) =>
  scene.sandbox.sandbox.requests
    .all()
    .filter(request => request.path.includes(path)).length;

it('handles what failed as if it had arrived, once', async () => {
  const { sandbox, hints, people } = scene;
  await whileAway(async () => {
    await scene.write('shop', 'catalog-info.yaml', 'kind: A\n');
    await scene.write('shop', 'api.yaml', 'openapi: 3.1.0\n');
    await sandbox.call('PUT /orgs/acme/teams/web/memberships/olivia', {
      as: 'olivia',
    });
    await scene.settled();
  });
  expect(scene.deliveries()).toEqual([
    'push 404',
    'push 404',
    'membership 404',
  ]);
  expect(hints).toEqual([]);

  minutesPass(1);
  await scene.checkMissed();
  expect(hints).toMatchObject([{ name: 'shop', reason: 'push' }]);
  expect(scene.refreshed).toHaveLength(2);
  expect(people).toEqual(['membership.added']);

  await scene.checkMissed();
  expect(hints).toHaveLength(1);
  expect(scene.reconciled).toEqual([]);
});

it('costs one request where nothing is missing', async () => {
  await scene.write('shop', 'catalog-info.yaml', 'kind: A\n');
  const before = requests('/app/hook/deliveries');
  await scene.checkMissed();
  expect(requests('/app/hook/deliveries') - before).toBe(1);
  expect(scene.hints).toHaveLength(1);
});

it('notices what somebody in between took and did not hand on', async () => {
  const { knex } = scene;
  await scene.write('shop', 'catalog-info.yaml', 'kind: A\n');
  await scene.write('vault', 'catalog-info.yaml', 'kind: A\n');
  scene.hints.length = 0;
  const first = scene.sandbox.sandbox.state.deliveries
    .all()
    .find(({ event }) => event === 'push')!;
  await knex('github_deliveries').where({ delivery_id: first.guid }).delete();
  await scene.checkMissed();
  expect(scene.hints).toMatchObject([{ name: 'shop' }]);
});

it('leaves alone an App whose events are another portal’s', async () => {
  await scene.write('shop', 'catalog-info.yaml', 'kind: A\n');
  scene.hints.length = 0;
  await scene.knex('github_deliveries').delete();
  await scene.checkMissed();
  expect(scene.hints).toEqual([]);
});

it('asks about the repository where GitHub has not kept what it sent, else runs through all', async () => {
  const { sandbox, known } = scene;
  const repository = {
    databaseId: sandbox.shop.id,
    id: 'R_shop',
    owner: 'acme',
    name: 'shop',
  };
  known.set(`${sandbox.url}/acme/shop`, repository as any);
  await whileAway(async () => {
    await scene.write('shop', 'catalog-info.yaml', 'kind: A\n');
    await scene.write('vault', 'catalog-info.yaml', 'kind: A\n');
  });
  for (const delivery of sandbox.sandbox.state.deliveries.all()) {
    delivery.request.payload = null as any;
  }
  await scene.checkMissed();
  expect(scene.hints).toMatchObject([
    { name: 'shop', repositoryId: 'R_shop', reason: 'missed-delivery' },
  ]);
  expect(scene.reconciled).toEqual([expect.stringMatching(/^acme: /)]);
  await scene.checkMissed();
  expect(scene.hints).toHaveLength(1);
  expect(scene.reconciled).toHaveLength(1);
});

it('runs through all after a gap that is longer than GitHub keeps deliveries', async () => {
  minutesPass(4 * 24 * 60);
  await scene.checkMissed();
  expect(scene.reconciled).toEqual([
    expect.stringContaining('does not keep them for so long'),
  ]);
  await scene.checkMissed();
  expect(scene.reconciled).toHaveLength(1);
});

it('tries again where the mirror could not keep what was missed, or GitHub did not answer', async () => {
  await whileAway(() => scene.write('shop', 'catalog-info.yaml', 'kind: A\n'));
  scene.failures.push(new Error('the database is away'));
  await scene.checkMissed();
  expect(scene.logger.warn).toHaveBeenCalledWith(
    expect.stringContaining('the database is away'),
  );
  expect(scene.hints).toEqual([]);
  minutesPass(1);
  await scene.checkMissed();
  expect(scene.hints).toHaveLength(1);
});

it('events that come twice, late and out of order end in as many questions as there were pushes', async () => {
  const { sandbox } = scene.sandbox;
  sandbox.faults.set({
    webhooks: { loseEvery: 0, doubleEvery: 1, delayMs: 300_000 },
  });
  await scene.write('shop', 'catalog-info.yaml', 'kind: A\n');
  await scene.write('shop', 'catalog-info.yaml', 'kind: B\n');
  expect(scene.hints).toEqual([]);
  minutesPass(6);
  await scene.settled();
  expect(scene.deliveries()).toHaveLength(4);
  const commits = new Set(scene.hints.map(({ commit }) => commit));
  expect(commits.size).toBe(2);
  scene.hints.length = 0;
  const pushes = sandbox.state.deliveries
    .all()
    .filter(({ event }) => event === 'push');
  for (const delivery of pushes) {
    await scene.handle({
      event: 'push',
      payload: delivery.request.payload,
      deliveryId: delivery.guid,
    });
  }
  expect(scene.hints).toEqual([]);
});
