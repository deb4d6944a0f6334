import { TestDatabases } from '@backstage/backend-test-utils';
import { migrationSource } from '../database/migrations';
import { SignInTable } from './SignInTable';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

it('keeps the 1000 newest of the last 30 days', async () => {
  const knex = await databases.init('SQLITE_3');
  await knex.migrate.latest({ migrationSource });
  const now = Date.parse('2026-06-01T00:00:00Z');
  const table = new SignInTable({ knex, now: () => new Date(now) });
  const row = (index: number, at: number) => ({
    reference: `R${index}`,
    at,
    provider: 'github',
    kind: 'no-user',
    failure: '{}',
  });
  await knex.batchInsert(
    'sign_in_failures',
    Array.from({ length: 1010 }, (_, index) => row(index, now - index * 1000)),
    100,
  );
  await knex('sign_in_failures').insert(row(5000, now - 31 * 24 * 3600_000));
  await table.prune();
  const left = await knex('sign_in_failures').orderBy('at', 'desc');
  expect(left).toHaveLength(1000);
  expect(left[0].reference).toBe('R0');
  expect(left[999].reference).toBe('R999');
});
