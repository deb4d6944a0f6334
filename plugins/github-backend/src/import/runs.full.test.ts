import { TestDatabases } from '@backstage/backend-test-utils';
import { openImports } from './__testUtils__/openImports';
import { SOME_REPOSITORIES } from './__testUtils__/someRepositories';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let scene: Awaited<ReturnType<typeof openImports>>;
afterEach(() => scene?.stop());

const open = async () => {
  const knex = await databases.init('SQLITE_3');
  scene = await openImports({ knex, repositories: SOME_REPOSITORIES });
};

it('waits for a limit, says until when, and goes on by itself', async () => {
  await open();
  let isLimited = true;
  const portal = scene.startPortal({
    wrap: apply => async options => {
      if (!isLimited) return apply(options);
      throw Object.assign(
        new Error('You have exceeded a secondary rate limit'),
        {
          status: 403,
          response: { headers: { 'retry-after': '120' } },
        },
      );
    },
  });
  const { id } = await portal.planned();
  await portal.imports.apply({ id, mode: 'register' });
  await portal.work.idle();
  const held = await portal.imports.get({ id });
  const until = new Date(held.pausedUntil!).getTime() - scene.now().getTime();
  expect(held).toMatchObject({ status: 'paused', done: 0, total: 3 });
  expect(held.statusReason).toContain(`It goes on at ${held.pausedUntil}`);
  expect(until).toBeGreaterThan(60_000);

  isLimited = false;
  await portal.work.tick();
  await portal.work.idle();
  expect((await portal.imports.get({ id })).status).toBe('paused');
  scene.sandbox.sandbox.clock.advance({ ms: 120_000 });
  await portal.work.tick();
  await portal.work.idle();
  expect(await portal.imports.get({ id })).toMatchObject({
    ...{ status: 'done', done: 3 },
  });
});

it('stops where it is told to, and goes on with what was chosen', async () => {
  await open();
  const applied: string[] = [];
  let pause = async () => {};
  const portal = scene.startPortal({
    wrap: apply => async options => {
      applied.push(options.item.repository);
      await pause();
      return apply(options);
    },
  });
  const { id } = await portal.planned();
  pause = async () => {
    pause = async () => {};
    await portal.imports.pause({ id, by: 'user:default/olivia' });
  };
  await portal.imports.apply({
    ...{ id, mode: 'register', repositories: ['acme/owned', 'acme/plain'] },
  });
  await portal.work.idle();
  const paused = await portal.imports.get({ id });
  expect(paused).toMatchObject({ status: 'paused', done: 1, total: 2 });
  expect(paused.statusReason).toBe('Paused by user:default/olivia');
  expect(paused.pausedUntil).toBeUndefined();
  scene.sandbox.sandbox.clock.advance({ ms: 600_000 });
  await portal.work.tick();
  await portal.work.idle();
  expect(applied).toEqual(['acme/owned']);

  await portal.imports.apply({ id, mode: 'register' });
  await portal.work.idle();
  expect(await portal.imports.get({ id })).toMatchObject({ status: 'done' });
  expect(applied).toEqual(['acme/owned', 'acme/plain']);
});

it('ends a run in which everything fails alike, and can try again', async () => {
  const knex = await databases.init('SQLITE_3');
  scene = await openImports({
    knex,
    repositories: Array.from({ length: 7 }, (_, index) => ({
      ...{ name: `plain-${index}`, files: { 'README.md': '# It\n' } },
    })),
  });
  let isBroken = true;
  const portal = scene.startPortal({
    wrap: apply => async options => {
      if (!isBroken) return apply(options);
      throw Object.assign(new Error('Resource not accessible by integration'), {
        status: 403,
      });
    },
  });
  const { id } = await portal.planned();
  await portal.imports.apply({ id, mode: 'register' });
  await portal.work.idle();
  const failed = await portal.imports.get({ id });
  expect(failed).toMatchObject({ status: 'failed', done: 5, total: 7 });
  expect(failed.statusReason).toMatch(
    /^5 repositories .*Resource not accessible.*may need more rights/,
  );
  expect(failed.items.flatMap(({ outcome }) => outcome ?? [])).toEqual(
    Array(5).fill({
      ...{ status: 'failed', at: expect.any(String) },
      error: expect.stringContaining('Resource not accessible'),
    }),
  );
  isBroken = false;
  await portal.imports.apply({ id, mode: 'register' });
  await portal.work.idle();
  expect(await portal.imports.get({ id })).toMatchObject({
    ...{ status: 'done', done: 7, total: 7 },
  });
  expect(scene.registered).toHaveLength(7);
});

describe('two at once', () => {
  it('of one organisation: the second is refused', async () => {
    await open();
    let finish = () => {};
    const portal = scene.startPortal({
      wrap: apply => async options => {
        await new Promise<void>(resolve => {
          finish = resolve;
        });
        return apply(options);
      },
    });
    const first = await portal.planned();
    const second = await portal.planned();
    const asked = {
      mode: 'register' as const,
      repositories: ['acme/plain'],
    };
    await portal.imports.apply({ id: first.id, ...asked });
    for (const { id } of [second, first]) {
      await expect(portal.imports.apply({ id, ...asked })).rejects.toThrow(
        'is under way, begun by user:default/olivia',
      );
    }
    while (scene.registered.length === 0) {
      finish();
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    await portal.work.idle();
    await portal.imports.apply({ id: second.id, ...asked });
    while ((await portal.imports.get({ id: second.id })).status !== 'done') {
      finish();
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  });

  it('of two processes: only one works, and the other takes over when it is lost', async () => {
    await open();
    let reached = () => {};
    const isAtWork = new Promise<void>(resolve => {
      reached = resolve;
    });
    const lost = scene.startPortal({
      owner: 'lost',
      wrap: () => () => {
        reached();
        return new Promise(() => {});
      },
    });
    const other = scene.startPortal({ owner: 'other' });
    const { id } = await lost.planned();
    await lost.imports.apply({ id, mode: 'register' });
    await isAtWork;
    await other.work.tick();
    await other.work.idle();
    expect(scene.registered).toEqual([]);
    await scene.endLeases();
    await other.work.tick();
    await other.work.idle();
    expect(scene.registered).toHaveLength(3);
    expect(await other.imports.get({ id })).toMatchObject({ status: 'done' });
  });

  it('the one that has lost a plan leaves it to the other', async () => {
    await open();
    const reach: (() => void)[] = [];
    /** A process that plans only once it is told to. */
    const slow = (owner: string) => {
      let go = () => {};
      const mayGo = new Promise<void>(resolve => {
        go = resolve;
      });
      const isAtWork = new Promise<void>(resolve => reach.push(resolve));
      const portal = scene.startPortal({
        owner,
        beforePlan: async () => {
          reach.shift()!();
          await mayGo;
        },
      });
      return { ...portal, go, isAtWork };
    };
    const lost = slow('lost');
    const { id } = await lost.imports.plan({
      ...{ organisation: 'acme', by: 'user:default/olivia' },
    });
    await lost.isAtWork;
    await scene.endLeases();
    const other = slow('other');
    await other.work.tick();
    await other.isAtWork;
    lost.go();
    await lost.work.idle();
    expect(await other.imports.get({ id })).toMatchObject({
      ...{ status: 'planning', items: [] },
    });
    other.go();
    await other.work.idle();
    expect(await other.imports.get({ id })).toMatchObject({
      ...{ status: 'planned', counts: { inferable: 3 } },
    });
  });
});
