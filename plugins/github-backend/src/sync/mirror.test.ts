import {
  startReading,
  type Reading,
} from '../github/__testUtils__/startReading';
import { changesOf } from './__testUtils__/changeRepository';
import { openMirror, type OpenMirror } from './__testUtils__/openMirror';

const component = (name: string) =>
  `apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${name}\nspec: { type: service, lifecycle: production, owner: web }\n`;
const at = (name: string) => `acme/${name}/blob/main/catalog-info.yaml`;

let reading: Reading;
let mirror: OpenMirror;
let change: ReturnType<typeof changesOf>;

beforeEach(async () => {
  reading = await startReading();
  change = changesOf(reading);
  for (const name of ['billing', 'pay']) {
    reading.add(name, { 'catalog-info.yaml': component(name) });
  }
  mirror = await openMirror({ reading });
});
afterEach(async () => {
  await mirror.close();
  await reading.stop();
});

function target(name: string) {
  return `${reading.sandbox.url}/${at(name)}`;
}

const text = async (name: string) => {
  const answer = await mirror.store.view.filesAt({ target: target(name) });
  return answer.state === 'present' ? answer.files[0].text : answer.state;
};

it('gives what there is in one request, and asks once in a quiet cycle without telling anybody', async () => {
  expect(await mirror.run()).toEqual(['POST graphql 200']);
  // As in stock, locations are optional, so repositories without a descriptor have one too; those without a commit have none.
  expect(mirror.catalog.has()).toEqual(
    ['billing', 'pay', 'shop', 'vault'].map(at),
  );
  expect(await text('billing')).toBe(component('billing'));
  expect(await text('shop')).toBe('absent');
  expect(mirror.catalog.told().mutations.map(each => each.type)).toEqual([
    'delta',
    'full',
  ]);

  expect(await mirror.run()).toEqual(['POST graphql 200']);
  expect(mirror.catalog.told()).toEqual({ mutations: [], refreshed: [] });
  expect(await mirror.status()).toMatchObject({
    organisation: 'acme',
    sources: ['default'],
    repositories: 5,
    mirrored: 4,
    queued: 0,
  });
});

it('shows a push once it is hinted at, with its lag', async () => {
  await mirror.run();
  mirror.catalog.told();
  const commit = await change.push('billing', component('bills'));
  const happenedAt = reading.sandbox.sandbox.clock.iso();
  reading.asked();
  await mirror.hint('billing', { happenedAt });
  expect(reading.asked()).toEqual(['POST graphql 200']);
  expect(mirror.catalog.told()).toEqual({
    mutations: [],
    refreshed: [
      `url:${target('billing')}`,
      `url:${target('billing').replace('/blob/', '/tree/')}`,
    ],
  });
  expect(
    await mirror.store.view.filesAt({ target: target('billing') }),
  ).toEqual({
    state: 'present',
    files: [
      expect.objectContaining({
        text: component('bills'),
        commit,
        lagMs: expect.any(Number),
      }),
    ],
  });
  expect((await mirror.status()).lag).toMatchObject({ samples: 1 });
});

it('asks once for a repository that many hint at', async () => {
  await mirror.run();
  reading.asked();
  const { host } = reading;
  const hints = Array.from({ length: 200 }, (_each, index) => ({
    host,
    owner: 'ACME',
    name: index % 2 ? 'pay' : 'Billing',
    reason: 'push' as const,
  }));
  await mirror.mirror.hint(hints);
  await mirror.mirror.settled();
  expect(reading.asked()).toEqual(['POST graphql 200']);
  expect((await mirror.status()).queued).toBe(0);
});

it('finds by itself what was pushed, added and changed, also behind what an event has told', async () => {
  await mirror.run();
  mirror.catalog.told();
  await change.push('billing', component('bills'));
  await change.push('pay', component('paying'));
  // Newer than the push to billing of which nobody has told.
  await mirror.hint('pay');
  mirror.catalog.told();
  await change.call('POST orgs/acme/repos', { name: 'new', auto_init: true });
  expect(await mirror.run()).toEqual(['POST graphql 200']);
  expect(mirror.catalog.has()).toEqual(
    ['billing', 'new', 'pay', 'shop', 'vault'].map(at),
  );
  expect(mirror.catalog.told().refreshed).toContain(`url:${target('billing')}`);
  expect(await text('billing')).toBe(component('bills'));
});

it('reads all when the count does not fit, and only then removes', async () => {
  await mirror.run();
  await change.remove('pay');
  // The question, the pages, and the proof.
  expect(await mirror.run()).toEqual(Array(3).fill('POST graphql 200'));
  expect(mirror.catalog.has()).toEqual(['billing', 'shop', 'vault'].map(at));
  expect(await text('pay')).toBe('unknown');
  expect(await mirror.run()).toHaveLength(1);
});

it('follows a deletion at once, where GitHub confirms it', async () => {
  await mirror.run();
  await mirror.hint('billing', { saysGone: true });
  expect(mirror.catalog.has()).toContain(at('billing'));
  await change.remove('pay');
  await mirror.hint('pay', { saysGone: true });
  expect(mirror.catalog.has()).toEqual(['billing', 'shop', 'vault'].map(at));
});

it('suspects one that is not found, and removes it after it has read all', async () => {
  await mirror.run();
  await change.remove('pay');
  await mirror.hint('pay');
  expect(mirror.catalog.has()).toEqual(['billing', 'shop', 'vault'].map(at));
  expect(mirror.logger.info).toHaveBeenCalledWith(
    expect.stringContaining('acme/pay is not found any more'),
  );
});

it('follows renaming, archiving and moving away', async () => {
  await mirror.run();
  const known = await mirror.store.repositories.byName({
    host: reading.host,
    owner: 'acme',
    name: 'pay',
  });
  await change.edit('pay', { name: 'payments' });
  await mirror.hint('payments', { repositoryId: known!.repository.id });
  expect(mirror.catalog.has()).toEqual(
    ['billing', 'payments', 'shop', 'vault'].map(at),
  );
  expect(await text('payments')).toBe(component('pay'));

  await change.edit('billing', { archived: true });
  await mirror.hint('billing');
  expect(mirror.catalog.has()).toEqual(['payments', 'shop', 'vault'].map(at));
  await change.edit('billing', { archived: false });
  await mirror.hint('billing');
  expect(mirror.catalog.has()).toContain(at('billing'));

  await change.call('POST repos/acme/payments/transfer', {
    new_owner: 'olivia',
  });
  await mirror.hint('payments', { repositoryId: known!.repository.id });
  await mirror.run();
  expect(mirror.catalog.has()).toEqual(['billing', 'shop', 'vault'].map(at));
});

it('asks again for the commit that a hook has announced, until it is there', async () => {
  await mirror.run();
  const clock = reading.sandbox.sandbox.clock;
  const until = new Date(clock.now().getTime() + 60_000).toISOString();
  await mirror.hint('pay', { commit: 'f'.repeat(40), until });
  expect((await mirror.status()).queued).toBe(1);
  clock.advance({ ms: 5_000 });
  reading.asked();
  await mirror.wake();
  expect(reading.asked()).toEqual(['POST graphql 200']);
  expect((await mirror.status()).queued).toBe(1);
  clock.advance({ ms: 60_000 });
  await mirror.wake();
  expect((await mirror.status()).queued).toBe(0);

  const commit = await change.push('pay', component('paying'));
  await mirror.hint('pay', { commit, until });
  expect((await mirror.status()).queued).toBe(0);
  expect(await text('pay')).toBe(component('paying'));
});

it('begins where it ended, and reads all again when that is too long ago', async () => {
  await mirror.run();
  await change.push('pay', component('paying'));
  const again = await openMirror({
    reading,
    knex: mirror.knex,
    catalog: mirror.catalog,
  });
  mirror.catalog.told();
  expect(await again.run()).toEqual(['POST graphql 200']);
  expect(mirror.catalog.told().mutations).toEqual([]);
  expect(await text('pay')).toBe(component('paying'));

  const before = (await again.status()).lastFullAt!;
  reading.sandbox.sandbox.clock.advance({ ms: 25 * 60 * 60 * 1_000 });
  await again.run();
  expect((await again.status()).lastFullAt).not.toBe(before);
});

it('tells the catalog what a process that ended has not', async () => {
  await mirror.run();
  await change.push('pay', component('paying'));
  mirror.catalog.fail(new Error('the process ends here'));
  await mirror.hint('pay');
  mirror.catalog.told();
  const again = await openMirror({
    reading,
    knex: mirror.knex,
    catalog: mirror.catalog,
  });
  await again.run();
  expect(mirror.catalog.told().refreshed).toContain(`url:${target('pay')}`);
});

it('gives everything again to a catalog that has lost it', async () => {
  await mirror.run();
  mirror.catalog.lose();
  const again = await openMirror({
    reading,
    knex: mirror.knex,
    catalog: mirror.catalog,
  });
  await again.run();
  expect(mirror.catalog.has()).toHaveLength(4);
  expect(await again.run()).toHaveLength(1);
});

it('goes back page by page to what was known', async () => {
  const { host } = reading;
  for (const name of ['one', 'two', 'three', 'four']) {
    reading.add(name, { 'catalog-info.yaml': component(name) });
  }
  const small = await openMirror({
    reading,
    github: {
      host,
      organization: 'acme',
      pageSizes: { repositories: 2 },
    },
  });
  expect(await small.run()).toHaveLength(5);
  small.catalog.told();
  for (const name of ['one', 'billing', 'two']) {
    await change.push(name, component(`${name}-2`));
  }
  // Two more by push and two more by change: the first that was known is among them.
  expect(await small.run()).toEqual(Array(3).fill('POST graphql 200'));
  const { refreshed } = small.catalog.told();
  expect(refreshed.filter(key => key.includes('/blob/')).sort()).toEqual(
    ['billing', 'one', 'two'].map(name => `url:${target(name)}`),
  );
  expect(await small.run()).toHaveLength(1);
  await small.close();
});
