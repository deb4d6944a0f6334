import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import createKnex from 'knex';
import { writeAhead } from './writeAhead';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'callboard-wal-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const open = (filename: string) =>
  createKnex({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });

it('waits for the disk at each commit', async () => {
  const knex = open(path.join(folder, 'access.sqlite'));
  await writeAhead({ knex });
  expect(await knex.raw('PRAGMA journal_mode')).toEqual([
    { journal_mode: 'wal' },
  ]);
  expect(await knex.raw('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
  await knex.destroy();
});

it('leaves a database in memory as it is', async () => {
  const knex = open(':memory:');
  await writeAhead({ knex });
  expect(await knex.raw('PRAGMA journal_mode')).toEqual([
    { journal_mode: 'memory' },
  ]);
  await knex.destroy();
});
