import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import { openSystems } from './openSystems';

jest.setTimeout(60_000);

const { opened, inspect, close } = openSystems();
afterEach(close);

describe('SQLite', () => {
  let directory: string;
  const run = (connection: JsonObject | string) =>
    inspect({
      backend: { database: { client: 'better-sqlite3', connection } },
    });
  beforeEach(async () => {
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'databases-'));
    opened({
      close: () => fs.rm(directory, { recursive: true, force: true }),
    });
  });

  it('passes files that begin as they do, and none at all', async () => {
    expect(await run({ directory: `${directory}/none` })).toMatchObject([
      { kind: 'database', status: 'pass' },
    ]);
    await fs.writeFile(
      path.join(directory, 'catalog.sqlite'),
      'SQLite format 3\0 and more',
    );
    await fs.writeFile(path.join(directory, 'empty.sqlite'), '');
    expect(await run({ directory })).toMatchObject([
      { status: 'pass', detail: expect.stringMatching(/^2 files/) },
    ]);
  });

  it('tells a file that is damaged', async () => {
    await fs.writeFile(
      path.join(directory, 'catalog.sqlite'),
      'nonsense...........',
    );
    expect(await run({ directory })).toMatchObject([
      {
        status: 'fail',
        detail: expect.stringContaining(
          'catalog.sqlite is no SQLite database, or is damaged',
        ),
        remedy: expect.stringContaining('callboard restore'),
      },
    ]);
  });

  it('warns of memory', async () => {
    expect(await run(':memory:')).toMatchObject([{ status: 'warn' }]);
  });
});
