import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import {
  startPostgresDatabases,
  type TestDatabases,
} from '../__testUtils__/testDatabases';
import { LocationTable } from './LocationTable';

jest.setTimeout(60_000);

const A = { type: 'url', target: 'https://a.example.com/x_y' };
const B = { type: 'url', target: 'https://B.example.com/100%' };
const FILE = { type: 'file', target: '/c.yaml' };

describe('LocationTable on PostgreSQL', () => {
  let databases: TestDatabases;
  let knex: Knex;
  let table: LocationTable;
  const ids: string[] = [];

  beforeAll(async () => {
    databases = await startPostgresDatabases();
    knex = await databases.create();
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@backstage/plugin-catalog-backend',
        'migrations',
      ),
    });
    table = new LocationTable(knex);
    for (const place of [A, B, FILE]) {
      ids.push((await table.insert(place)).row.id);
    }
  });
  afterAll(() => databases?.stop());

  it.each<[any, object[]]>([
    [{ type: 'URL' }, [A, B]],
    [{ target: 'https://A.example.com/X_y' }, [A]],
    [{ target: { $in: [B.target.toUpperCase(), FILE.target] } }, [B, FILE]],
    [{ target: { $hasPrefix: 'HTTPS://b' } }, [B]],
    [{ target: { $hasPrefix: 'https://_' } }, []],
    [{ target: { $hasPrefix: 'https://b.example.com/100%' } }, [B]],
    [{ id: { $hasPrefix: '' } }, [A, B, FILE]],
    [{ id: 'no uuid' }, []],
    [{ id: { $in: ['no uuid'] } }, []],
    [{ id: { $exists: true } }, [A, B, FILE]],
    [{ target: 1 }, []],
    [{ entityRef: true }, []],
    [{ $not: { $any: [{ type: 'file' }, A] } }, [B]],
  ])('finds %j', async (query, expected) => {
    const { items, totalItems } = await table.query({ query });
    expect(items).toHaveLength(expected.length);
    expect(items).toEqual(
      expect.arrayContaining(
        expected.map(place => expect.objectContaining(place)),
      ),
    );
    expect(totalItems).toBe(expected.length);
  });

  it('finds by id in any case', async () => {
    const [id] = ids;
    expect(
      (await table.query({ query: { id: id.toUpperCase() } })).items,
    ).toHaveLength(1);
    expect((await table.get(id)).id).toBe(id);
    await expect(table.get('no uuid')).rejects.toThrow('Found no location');
    await expect(table.update('no uuid', FILE)).rejects.toThrow(
      'already exists',
    );
    await expect(table.delete('no uuid')).rejects.toThrow('Found no location');
  });

  it('goes page by page', async () => {
    const { items } = await table.query({ limit: 2 });
    const rest = await table.query({ limit: 2, afterId: items[1].id });
    expect([...items, ...rest.items].map(({ id }) => id)).toEqual(
      [...ids].sort(),
    );
  });

  it('does not take up what is no page', async () => {
    await expect(table.query({ afterId: 'no uuid' })).rejects.toMatchObject({
      name: 'InputError',
    });
  });

  it('adds, changes and deletes', async () => {
    expect((await table.insert(A)).outcome).toBe('existed');
    const added = await table.insertUrls([A.target, 'https://n.example.com']);
    expect(added.map(({ target }) => target)).toEqual([
      'https://n.example.com',
    ]);
    const { id } = added[0];
    await table.update(id, { type: 'url', target: 'https://m.example.com' });
    expect((await table.findUrlsWith(['m.example'])).map(r => r.id)).toEqual([
      id,
    ]);
    await table.deleteAll([id]);
    expect(await table.list()).toHaveLength(3);
  });
});
