import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { createData, createFolder, openDatabase, problemOf } from '../testing';
import { copyDatabase } from './copyDatabase';

describe('copyDatabase', () => {
  let folder: string;
  let source: string;
  let target: string;

  beforeEach(() => {
    folder = createFolder();
    createData(path.join(folder, 'data'));
    source = path.join(folder, 'data', 'databases', 'catalog.sqlite');
    target = path.join(folder, 'copy.sqlite');
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('copies what is only in the write-ahead log yet', async () => {
    const writer = openDatabase(path.join(folder, 'data'), 'catalog');
    writer.pragma('journal_mode = WAL');
    writer.exec(`INSERT INTO final_entities VALUES ('in the log')`);
    await copyDatabase({ source, target });
    writer.close();

    const copy = new Database(target);
    expect(
      copy.prepare('SELECT value FROM final_entities').pluck().all(),
    ).toEqual(['component:default/petstore', 'in the log']);
    copy.close();
  });

  it('reports a database that stays locked, instead of an empty copy', async () => {
    const writer = openDatabase(path.join(folder, 'data'), 'catalog');
    writer.exec('BEGIN EXCLUSIVE');
    const problem = await problemOf(
      copyDatabase({ source, target, busyTimeoutMs: 50 }),
    );
    expect(problem).toMatchObject({
      problem: 'a database stayed locked',
      where: source,
    });
    writer.close();
  });

  it('reports a database that is damaged', async () => {
    const bytes = fs.readFileSync(source);
    bytes.fill(0xff, 4096);
    fs.writeFileSync(source, bytes);
    expect((await problemOf(copyDatabase({ source, target }))).problem).toBe(
      'a database is damaged',
    );
  });
});
