import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ArrivalStore } from './ArrivalStore';
import { listArrivals } from './listArrivals';
import { scanCatalog } from './scanCatalog';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const credentials = mockCredentials.service();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.parse('2026-11-22T10:00:00Z');

function entity(name: string, kind = 'Component'): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { namespace: 'default', name, title: name.toUpperCase() },
  };
}

async function setUp() {
  const knex = await databases.init('SQLITE_3');
  const store = await ArrivalStore.create({
    database: mockServices.database({ knex }),
  });
  let entities: Entity[] = [];
  let hidden: string[] = [];
  const read = jest.fn();
  const catalog = {
    getEntityFacets: async () => {
      const kinds = [...new Set(entities.map(({ kind }) => kind))];
      return {
        facets: {
          kind: kinds.map(value => ({
            value,
            count: entities.filter(({ kind }) => kind === value).length,
          })),
        },
      };
    },
    async *streamEntities(request: { filter: { kind: string[] } }) {
      read();
      const found = entities.filter(({ kind }) =>
        request.filter.kind.includes(kind),
      );
      for (const one of found) yield [one];
    },
    getEntitiesByRefs: async (request: { entityRefs: string[] }) => ({
      items: request.entityRefs.map(ref =>
        hidden.includes(ref)
          ? undefined
          : entities.find(
              ({ kind, metadata }) =>
                `${kind.toLowerCase()}:default/${metadata.name}` === ref,
            ),
      ),
    }),
  } as unknown as CatalogService;

  return {
    store,
    read,
    hold: (...held: Entity[]) => {
      entities = held;
    },
    hide: (...refs: string[]) => {
      hidden = refs;
    },
    scan: (at: number) =>
      scanCatalog({ store, catalog, credentials, now: new Date(at) }),
    list: (limit = 10) => listArrivals({ store, catalog, credentials, limit }),
  };
}

describe('scanCatalog', () => {
  it('calls nothing new that was there when two looks first agreed', async () => {
    const { hold, scan, list } = await setUp();
    expect(await scan(START)).toBe('empty');
    hold(entity('a'));
    expect(await scan(START + MINUTE)).toBe('recorded');
    hold(entity('a'), entity('b'));
    expect(await scan(START + 2 * MINUTE)).toBe('recorded');
    expect(await list()).toEqual({ items: [] });
    expect(await scan(START + 3 * MINUTE)).toBe('settled');
    expect(await list()).toEqual({
      watchingSince: '2026-11-22T10:03:00.000Z',
      items: [],
    });
  });

  async function settled(...held: Entity[]) {
    const portal = await setUp();
    portal.hold(...held);
    await portal.scan(START);
    await portal.scan(START + MINUTE);
    portal.read.mockClear();
    return portal;
  }

  it('lists what came later, newest first', async () => {
    const { hold, scan, list } = await settled(entity('a'));
    hold(entity('a'), entity('b'));
    await scan(START + 2 * MINUTE);
    hold(entity('a'), entity('b'), entity('pay', 'API'));
    await scan(START + 3 * MINUTE);
    expect((await list()).items).toEqual([
      {
        entityRef: 'api:default/pay',
        kind: 'API',
        name: 'PAY',
        firstSeenAt: '2026-11-22T10:03:00.000Z',
      },
      {
        entityRef: 'component:default/b',
        kind: 'Component',
        name: 'B',
        firstSeenAt: '2026-11-22T10:02:00.000Z',
      },
    ]);
    expect((await list(1)).items).toHaveLength(1);
  });

  it('leaves people, teams and locations out', async () => {
    const { hold, scan, read, list } = await settled(entity('a'));
    hold(entity('a'), entity('ada', 'User'), entity('x', 'Location'));
    expect(await scan(START + 2 * MINUTE)).toBe('unchanged');
    expect(read).not.toHaveBeenCalled();
    expect((await list()).items).toEqual([]);
  });

  it('reads entities only when counts change, and once an hour', async () => {
    const { hold, scan, read, list } = await settled(entity('a'));
    // One leaves and one comes: the counts stay.
    hold(entity('b'));
    expect(await scan(START + 30 * MINUTE)).toBe('unchanged');
    expect(read).not.toHaveBeenCalled();
    expect(await scan(START + 61 * MINUTE)).toBe('recorded');
    expect(read).toHaveBeenCalledTimes(1);
    expect((await list()).items.map(({ name }) => name)).toEqual(['B']);
  });

  it('does not call new what was away for a day, and forgets after a month', async () => {
    const { hold, scan, list } = await settled(entity('a'), entity('b'));
    hold(entity('a'));
    await scan(START + DAY);
    hold(entity('a'), entity('b'));
    await scan(START + 2 * DAY);
    expect((await list()).items).toEqual([]);

    hold(entity('a'));
    await scan(START + 3 * DAY);
    await scan(START + 40 * DAY);
    hold(entity('a'), entity('b'));
    await scan(START + 41 * DAY);
    expect((await list()).items.map(({ name }) => name)).toEqual(['B']);
  });

  it('shows only what the caller may read', async () => {
    const { hold, hide, scan, list } = await settled(entity('a'));
    hold(entity('a'), entity('b'), entity('c'));
    await scan(START + 2 * MINUTE);
    hide('component:default/b');
    expect((await list()).items.map(({ name }) => name)).toEqual(['C']);
  });

  it('records many at once', async () => {
    const { hold, scan, list, store } = await settled(entity('a'));
    hold(
      entity('a'),
      ...Array.from({ length: 1001 }, (_, index) => entity(`e${index}`)),
    );
    await scan(START + 2 * MINUTE);
    expect((await store.readKnown()).size).toBe(1002);
    expect((await list(50)).items).toHaveLength(50);
  });
});
