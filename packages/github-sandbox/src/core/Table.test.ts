import { Table } from './Table';

it('forgets the keys of an index that no row has any more', () => {
  const table = new Table<{ id: number; key: string }, 'key'>({
    indexes: { key: row => row.key },
  });
  const row = table.insert({ id: 1, key: 'a' });
  row.key = 'b';
  table.touch(row);
  expect(table.by('key', 'a')).toEqual([]);
  expect(table.by('key', 'b')).toEqual([row]);
  table.remove(row);
  const [index] = (table as any).indexes;
  expect([...index.byKey.keys()]).toEqual([]);
});
