import { locationSpecToLocationEntity } from '@backstage/plugin-catalog-node';
import { createExclusively } from './createExclusively';
import { makeExact } from './makeExact';
import { openMirror } from './__testUtils__/openMirror';
import { everything, openMany } from './__testUtils__/openMany';
import { recordCatalog } from './__testUtils__/recordCatalog';

const provider = 'github-provider:default';
const left = 'acme/old00/blob/main/catalog-info.yaml';

let mirror: Awaited<ReturnType<typeof openMany>>;
afterEach(() => mirror.close());

/** A catalog with so many locations of stock's provider, of repositories that GitHub does not list. */
async function open(options: { stray: number; owner?: string }) {
  const catalog = recordCatalog();
  catalog.connect(provider);
  mirror = await openMany({ catalog });
  const { stray, owner = 'acme' } = options;
  const connection = await catalog.link.connectionOf({
    providerName: provider,
  });
  await connection.applyMutation({
    type: 'full',
    entities: Array.from({ length: stray }, (_each, index) => ({
      locationKey: provider,
      entity: locationSpecToLocationEntity({
        location: {
          type: 'url',
          target: `${
            mirror.reading.sandbox.url
          }/${owner}/old${`${index}`.padStart(
            2,
            '0',
          )}/blob/main/catalog-info.yaml`,
          presence: 'optional',
        },
      }),
    })),
  });
  await mirror.run();
  return catalog;
}

it('takes away the little that another provider of its name has left', async () => {
  const catalog = await open({ stray: 3 });
  expect(catalog.has()).toHaveLength(everything);
  expect(catalog.has()).not.toContain(left);
  expect(await mirror.held()).toBeUndefined();
});

it.each(['acme', 'elsewhere'])(
  'holds it where it is much, until an operator accepts it: %s',
  async owner => {
    const catalog = await open({ stray: 30, owner });
    expect(catalog.has()).toHaveLength(everything + 30);
    const held = await mirror.held();
    expect(held).toMatchObject({
      what: 'repositories',
      remove: 30,
      of: everything + 30,
      reason: expect.stringContaining('has not found'),
    });
    await mirror.run();
    await mirror.reconcile();
    expect((await mirror.held())?.id).toBe(held!.id);
    expect(catalog.has()).toHaveLength(everything + 30);

    await mirror.accept(held!.id);
    expect(catalog.has()).toHaveLength(everything);
    expect(await mirror.held()).toBeUndefined();
    await mirror.run();
    expect(await mirror.held()).toBeUndefined();
  },
);

it('lets go of it once GitHub shows them', async () => {
  const catalog = await open({ stray: 30 });
  for (let index = 0; index < 30; index++) {
    mirror.reading.add(`old${`${index}`.padStart(2, '0')}`, {
      'catalog-info.yaml': 'kind: Component\n',
    });
  }
  await mirror.reconcile();
  expect(await mirror.held()).toBeUndefined();
  expect(catalog.has()).toHaveLength(everything + 30);
});

it('removes nothing while the catalog does not say what it has', async () => {
  const catalog = recordCatalog();
  catalog.connect(provider);
  catalog.hide(new Error('The catalog is starting'));
  mirror = await openMany({ catalog });
  await mirror.run();
  const full = () =>
    catalog.told().mutations.filter(({ type }) => type === 'full');
  expect(full()).toEqual([]);
  catalog.hide(undefined);
  await mirror.run();
  expect(full()).toHaveLength(1);
});

it('lets nothing else change what is known while it takes over', async () => {
  const catalog = recordCatalog();
  catalog.connect(provider);
  catalog.hide(new Error('The catalog is starting'));
  mirror = await openMany({ catalog });
  await mirror.run();
  catalog.hide(undefined);

  const exclusively = createExclusively();
  const order: string[] = [];
  let addition: Promise<unknown> | undefined;
  catalog.onFull(async () => {
    const { host } = mirror.reading;
    addition = exclusively({ host, owner: 'Acme' }, async () => {
      order.push('addition');
    });
    await new Promise(resolve => {
      setImmediate(resolve);
    });
    order.push('takeover');
  });
  await makeExact({ context: { ...mirror.context, exclusively } });
  await addition;
  expect(order).toEqual(['takeover', 'addition']);
});

it('gives once more what another replica has added meanwhile', async () => {
  const catalog = recordCatalog();
  catalog.connect(provider);
  mirror = await openMany({ catalog });
  const other = await openMirror({
    reading: mirror.reading,
    knex: mirror.knex,
    catalog,
  });
  catalog.onFull(async () => {
    mirror.reading.add('fresh', { 'catalog-info.yaml': 'kind: Component\n' });
    await other.hint('fresh');
  });
  await mirror.run();
  expect(catalog.has()).toContain('acme/fresh/blob/main/catalog-info.yaml');
});
