import {
  startReading,
  type Reading,
} from '../github/__testUtils__/startReading';
import { openMirror, openSqlite } from './__testUtils__/openMirror';
import { recordCatalog } from './__testUtils__/recordCatalog';
import { applyPending } from './applyPending';
import { createExclusively } from './createExclusively';

let reading: Reading;

beforeAll(async () => {
  reading = await startReading();
});
afterAll(() => reading.stop());

it('takes what has changed its provider from the one that had it', async () => {
  const { host } = reading;
  const knex = await openSqlite();
  const catalog = recordCatalog();
  catalog.connect('github-provider:one');
  catalog.connect('github-provider:other');
  const open = (one: string, other: string) => {
    const of = (repository: string) => ({
      ...{ host, organization: 'acme', filters: { repository } },
    });
    return openMirror({
      ...{ reading, knex, catalog },
      github: { one: of(one), other: of(other) },
    });
  };
  const had = await open('shop', 'nothing');
  await had.run();
  const shop = ['acme/shop/blob/main/catalog-info.yaml'];
  expect(catalog.has('github-provider:one')).toEqual(shop);
  had.mirror.stop();

  const { context, store, close } = await open('nothing', 'shop');
  const known = await store.repositories.ids({ host, owner: 'acme' });
  const { id } = known.find(({ name }) => name === 'shop')!;
  await store.repositories.remind({ host, ids: [id] });
  catalog.told();
  await applyPending({
    context: { ...context, exclusively: createExclusively() },
    ...{ host, owner: 'acme' },
  });
  expect(catalog.has('github-provider:one')).toEqual([]);
  expect(catalog.has('github-provider:other')).toEqual(shop);
  expect(catalog.told().mutations).toHaveLength(2);
  const stored = await store.repositories.byIds({ host, ids: [id] });
  expect(stored.get(id)).toMatchObject({
    pending: false,
    given: [{ provider: 'github-provider:other' }],
  });
  await close();
});
