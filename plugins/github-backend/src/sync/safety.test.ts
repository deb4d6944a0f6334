// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { deleteInstallation } from '@callboard/github-sandbox/src/apps/installations/deleteInstallation';
import {
  startReading,
  type Reading,
} from '../github/__testUtils__/startReading';
import { changesOf } from './__testUtils__/changeRepository';
import { openMirror, type OpenMirror } from './__testUtils__/openMirror';

const COUNT = 24;
const names = Array.from(
  { length: COUNT },
  (_each, index) => `r${String(index).padStart(2, '0')}`,
);

let reading: Reading;
let mirror: OpenMirror;
let change: ReturnType<typeof changesOf>;

beforeEach(async () => {
  reading = await startReading({ hasToken: false });
  change = changesOf(reading);
  for (const name of names) {
    reading.add(
      name,
      { 'catalog-info.yaml': `kind: Component # ${name}\n` },
      { visibility: 'private' },
    );
  }
  mirror = await openMirror({ reading });
  await mirror.run();
  mirror.catalog.told();
});
afterEach(async () => {
  await mirror.close();
  await reading.stop();
});

const everything = COUNT + 2;
const reconcile = async () => {
  const { host } = reading;
  await mirror.mirror.reconcile({ host, organisation: 'acme', reason: 'test' });
  await mirror.mirror.settled();
};
const repositories = () => reading.sandbox.sandbox.state.repositories;

/** Deletes repositories at GitHub without anybody being told. */
function lose(gone: string[]) {
  for (const repository of [...repositories().all()]) {
    if (gone.includes(repository.name)) repositories().remove(repository);
  }
}

it('removes nothing because of an answer that lacks parts, and reads on later', async () => {
  lose(names.slice(0, 2));
  await change.push('r05', 'kind: Component # new\n');
  reading.sandbox.sandbox.faults.set({ partialGraphqlEvery: 1 });
  await reconcile();
  expect(mirror.catalog.has()).toHaveLength(everything);
  expect((await mirror.status()).problem?.message).toBeTruthy();

  reading.sandbox.sandbox.faults.clear();
  await mirror.run();
  await reconcile();
  expect(mirror.catalog.has()).toHaveLength(everything - 2);
  expect((await mirror.status()).problem).toBeUndefined();
});

it('takes an answer with most of the data and an error for additions alone', async () => {
  reading.add('fresh', { 'catalog-info.yaml': 'kind: Component\n' });
  const again = await openMirror({
    reading,
    knex: mirror.knex,
    catalog: mirror.catalog,
    change: reader => ({
      async page(options) {
        const page = await reader.page(options);
        const { repositories: all } = page;
        return {
          ...page,
          repositories: [
            ...all.slice(0, 16),
            ...all.filter(({ name }) => name === 'fresh'),
          ],
          complete: false,
          problems: ['RESOURCE_LIMITS_EXCEEDED'],
        };
      },
      lookUp: async ({ which }) => which.map(() => ({ state: 'not-found' })),
    }),
  });
  const { host } = reading;
  await again.mirror.reconcile({ host, organisation: 'acme', reason: 'test' });
  await again.mirror.settled();
  expect(mirror.catalog.has()).toHaveLength(everything + 1);
  expect(await again.status()).toMatchObject({
    problem: { message: 'RESOURCE_LIMITS_EXCEEDED' },
  });
  expect((await again.status()).held).toBeUndefined();
});

it.each([
  ['badGatewayEvery', { badGatewayEvery: 1 }],
  ['rateLimitedUntil', { rateLimitedUntil: '2999-01-01T00:00:00Z' }],
])('removes nothing while GitHub fails: %s', async (_name, fault) => {
  lose(names.slice(0, 2));
  reading.sandbox.sandbox.faults.set({ ...fault, paths: ['/api/graphql'] });
  await reconcile();
  expect(mirror.catalog.has()).toHaveLength(everything);
  const { problem, queued } = await mirror.status();
  expect(problem?.message).toBeTruthy();
  expect(queued).toBe(0);
});

it('completes while every third request fails', async () => {
  await change.push('r05', 'kind: Component # new\n');
  reading.sandbox.sandbox.faults.set({
    badGatewayEvery: 3,
    paths: ['/api/graphql'],
  });
  await mirror.run();
  await reconcile();
  expect(mirror.catalog.has()).toHaveLength(everything);
  expect((await mirror.status()).problem).toBeUndefined();
});

it('holds removals that look wrong until an operator accepts them', async () => {
  lose(names.slice(0, 12));
  await mirror.run();
  expect(mirror.catalog.has()).toHaveLength(everything);
  const { held } = await mirror.status();
  expect(held).toMatchObject({
    what: 'repositories',
    remove: 12,
    of: everything,
    kinds: { gone: 12 },
    names: names.slice(0, 12),
    reason:
      '12 of 26 repositories of acme would go, which is more than 10 and more than 20 %',
  });
  // As long as nobody has said anything it stays, and is one plan.
  await mirror.run();
  await reconcile();
  expect((await mirror.status()).held?.id).toBe(held!.id);
  expect(mirror.catalog.has()).toHaveLength(everything);

  // It is no reason to read all again and again either.
  expect(await mirror.run()).toHaveLength(1);

  const by = 'user:default/olivia';
  expect(await mirror.mirror.accept({ planId: held!.id, by })).toEqual(
    expect.objectContaining({ id: held!.id, remove: 12 }),
  );
  expect(mirror.catalog.has()).toHaveLength(everything - 12);
  expect((await mirror.status()).held).toBeUndefined();
  await expect(mirror.mirror.accept({ planId: held!.id, by })).rejects.toThrow(
    'There are no held removals',
  );
  // And then GitHub and the mirror agree.
  expect(await mirror.run()).toHaveLength(1);
});

it('forgets a plan that a later run has explained', async () => {
  const all = [...repositories().all()];
  lose(names.slice(0, 12));
  await mirror.run();
  expect((await mirror.status()).held?.remove).toBe(12);
  const back = all.filter(({ name }) => names.slice(0, 11).includes(name));
  back.forEach(repository => repositories().insert(repository));
  await reconcile();
  expect((await mirror.status()).held).toBeUndefined();
  expect(mirror.catalog.has()).toHaveLength(everything - 1);
});

it('does not believe that an organisation suddenly has nothing', async () => {
  lose([...names, 'shop', 'vault', 'empty']);
  await mirror.run();
  expect(mirror.catalog.has()).toHaveLength(everything);
  expect((await mirror.status()).held).toMatchObject({
    reason: 'the organisation acme suddenly lists 0 of 27 repositories',
  });
});

it('removes nothing when the App is uninstalled, and says why', async () => {
  const { sandbox, installation, olivia: actor } = reading.sandbox;
  deleteInstallation({ sandbox, installation, actor });
  reading.github.credentials.forget();
  await mirror.run();
  await reconcile();
  expect(mirror.catalog.has()).toHaveLength(everything);
  const { held, problem } = await mirror.status();
  expect(held).toMatchObject({
    remove: everything,
    of: everything,
    reason: 'the organisation acme cannot be read any more',
    cause: expect.stringContaining('is not installed'),
  });
  expect(problem).toMatchObject({
    message: expect.any(String),
    remedy: expect.stringMatching(
      /^Install App \d+ on acme again: http.+\/apps\/portal\/installations\/new\. /,
    ),
  });
});

it('reads all rather than believe that an installation has lost many', async () => {
  const { host } = reading;
  lose(names.slice(0, 12));
  await mirror.mirror.hint(
    names.slice(0, 12).map(name => ({
      host,
      owner: 'acme',
      name,
      reason: 'installation' as const,
      saysGone: true,
    })),
  );
  await mirror.mirror.settled();
  expect(mirror.catalog.has()).toHaveLength(everything);
  expect(await mirror.status()).toMatchObject({
    queued: 0,
    held: { remove: 12 },
  });
});

it('holds what many events say at once, and follows them one by one', async () => {
  const { host } = reading;
  lose(names.slice(0, 1));
  await mirror.hint(names[0], { saysGone: true });
  expect(mirror.catalog.has()).toHaveLength(everything - 1);
  lose(names.slice(1, 13));
  await mirror.mirror.hint(
    names.slice(1, 13).map(name => ({
      host,
      owner: 'acme',
      name,
      reason: 'repository' as const,
      saysGone: true,
    })),
  );
  await mirror.mirror.settled();
  expect(mirror.catalog.has()).toHaveLength(everything - 1);
  expect((await mirror.status()).held).toMatchObject({ remove: 12, of: 25 });
});

it('tries again, later each time, while GitHub does not answer about a hint', async () => {
  await change.push('r05', 'kind: Component # new\n');
  reading.sandbox.sandbox.faults.set({
    badGatewayEvery: 1,
    paths: ['/api/graphql'],
  });
  await mirror.hint('r05');
  expect((await mirror.status()).queued).toBe(1);
  reading.sandbox.sandbox.faults.clear();
  reading.sandbox.sandbox.clock.advance({ ms: 10_000 });
  await mirror.wake();
  expect((await mirror.status()).queued).toBe(0);
  expect(mirror.catalog.told().refreshed).toHaveLength(2);
});
