import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { holdPortalLock, takeExclusiveLock } from '../dataDirectory/portalLock';
import {
  backUp,
  createData,
  createFolder,
  fingerprint,
  openDatabase,
  problemOf,
  putBack,
  readValues,
  STAMP,
} from './testing';

describe('backup and restore of a portal on SQLite', () => {
  let folder: string;
  let data: string;
  let file: string;

  beforeEach(() => {
    folder = createFolder();
    data = createData(path.join(folder, 'data'));
    file = path.join(folder, 'portal.tar.gz');
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('brings entities, user settings, keys and files back elsewhere', async () => {
    const { manifest } = await backUp({ data, file });
    expect(manifest.database).toEqual({
      client: 'better-sqlite3',
      files: [
        'databases/auth.sqlite',
        'databases/catalog.sqlite',
        'databases/user-settings.sqlite',
      ],
    });

    const other = path.join(folder, 'other', 'data');
    const { previousData } = await putBack({ data: other, file });

    expect(previousData).toBeUndefined();
    expect(readValues(other, 'catalog', 'final_entities')).toEqual([
      'component:default/petstore',
    ]);
    expect(readValues(other, 'user-settings', 'user_settings')).toEqual([
      'user:default/ann starred petstore',
    ]);
    expect(readValues(other, 'auth', 'signing_keys')).toEqual([
      'a private key',
    ]);
    // Logs are no state. Databases were compared above: the copy of one counts its own writes.
    const state = (place: string) =>
      Object.entries(fingerprint(place)).filter(
        ([name]) => !name.startsWith('logs') && !name.endsWith('.sqlite'),
      );
    expect(state(other)).toEqual(state(data));
    expect(
      fs.readlinkSync(`${other}/docs/default/component/petstore/start.html`),
    ).toBe('index.html');
  });

  it('writes a file that only its owner may read, and no trace beside it', async () => {
    await backUp({ data, file });
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(folder).sort()).toEqual(['data', 'portal.tar.gz']);
  });

  it('copies what is committed while the portal is in the middle of a write', async () => {
    const writer = openDatabase(data, 'catalog');
    writer.exec(
      `BEGIN; INSERT INTO final_entities VALUES ('component:default/unfinished')`,
    );
    await backUp({ data, file });
    writer.exec('COMMIT');
    writer.close();

    const other = path.join(folder, 'other');
    await putBack({ data: other, file });
    expect(readValues(other, 'catalog', 'final_entities')).toEqual([
      'component:default/petstore',
    ]);
  });

  it('replaces a data directory only when told to, and keeps what was there', async () => {
    await backUp({ data, file });
    fs.writeFileSync(path.join(data, 'later.txt'), 'written after the backup');
    const before = fingerprint(data);

    const problem = await problemOf(putBack({ data, file }));
    expect(problem.problem).toBe('the data directory is in use already');
    expect(problem.remedy).toContain('--yes');
    expect(fingerprint(data)).toEqual(before);

    const { previousData } = await putBack({ data, file, replace: true });
    expect(previousData).toBe(`${data}.before-restore-${STAMP}`);
    expect(fingerprint(previousData!)).toEqual(before);
    expect(fs.existsSync(path.join(data, 'later.txt'))).toBe(false);
  });

  it('refuses while a portal runs on the data directory', async () => {
    await backUp({ data, file });
    const before = fingerprint(data);
    // As held by a running portal; several may share it.
    const portal = holdLock(data);
    holdPortalLock({ directory: data, alone: false });

    const problem = await problemOf(putBack({ data, file, replace: true }));
    expect(problem.problem).toBe('a portal is running');
    expect(fingerprint(data)).toEqual(before);
    portal.close();
  });

  it('refuses while a portal without a lock answers on the port', async () => {
    await backUp({ data, file });
    const server = http.createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(
        request.url === '/.backstage/health/v1/liveness'
          ? '{"status":"ok"}'
          : '',
      );
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;

    const problem = await problemOf(
      putBack({ data, file, replace: true, port }),
    );
    expect(problem).toMatchObject({
      problem: 'a portal is running',
      where: `http://127.0.0.1:${port}`,
    });
    // A restore into another place does the running portal no harm.
    await putBack({ data: path.join(folder, 'other'), file, port });
    server.closeAllConnections();
    server.close();
  });

  it('keeps a portal from starting while a restore is under way', () => {
    const restore = takeExclusiveLock({ directory: data })!;
    expect(() => holdPortalLock({ directory: data, alone: true })).toThrow(
      'in use by another portal or by a restore',
    );
    restore.release();
  });

  it('removes what a killed restore left behind', async () => {
    await backUp({ data, file });
    fs.mkdirSync(`${data}.restoring-abc123`);
    await putBack({ data, file, replace: true });
    expect(fs.existsSync(`${data}.restoring-abc123`)).toBe(false);
  });

  it('checks a backup and changes nothing with dryRun, even while in use', async () => {
    await backUp({ data, file });
    const before = fingerprint(folder);
    const { manifest } = await putBack({ data, file, dryRun: true });
    expect(manifest.createdAt).toBe('2026-11-22T11:05:12.345Z');
    expect(fingerprint(folder)).toEqual(before);
  });

  it.each([
    {
      what: 'an existing file',
      prepare: () => fs.writeFileSync(file, 'precious'),
      problem: 'the file exists already',
    },
    {
      what: 'a place inside the data directory',
      prepare: () => {
        file = path.join(data, 'portal.tar.gz');
      },
      problem: 'the backup would lie in the data directory and hold itself',
    },
    {
      what: 'a folder that does not exist',
      prepare: () => {
        file = path.join(folder, 'missing', 'portal.tar.gz');
      },
      problem: 'the backup cannot be written there',
    },
    {
      what: 'a missing data directory',
      prepare: () => {
        data = path.join(folder, 'elsewhere');
      },
      problem: 'there is no data directory to back up',
    },
    {
      what: 'a data directory on which no portal has run',
      prepare: () => {
        data = path.join(folder, 'elsewhere');
        fs.mkdirSync(path.join(data, 'databases'), { recursive: true });
      },
      problem: 'the data directory holds no databases of a portal',
    },
  ])('backs up nothing with $what', async ({ prepare, problem }) => {
    prepare();
    const before = fingerprint(folder);
    expect((await problemOf(backUp({ data, file }))).problem).toBe(problem);
    expect(fingerprint(folder)).toEqual(before);
  });

  it.each([
    {
      what: 'databases in memory',
      database: { client: 'better-sqlite3', connection: ':memory:' },
      where: 'backend.database.connection',
    },
    {
      what: 'databases outside the data directory',
      database: {
        client: 'better-sqlite3',
        connection: { directory: '/var/lib/elsewhere' },
      },
      where: 'backend.database.connection',
    },
    {
      what: 'a plugin with a database of its own',
      database: {
        client: 'better-sqlite3',
        connection: { directory: 'data/databases' },
        plugin: {
          catalog: { connection: { filename: '/srv/catalog.sqlite' } },
        },
      },
      where: 'backend.database.plugin.catalog',
    },
  ])('is not silent about $what', async ({ database, where }) => {
    const problem = await problemOf(backUp({ data, file, database }));
    expect(problem.where).toBe(where);
  });
});

/** A second handle on the lock, which the test can give back. */
function holdLock(directory: string) {
  const Database = jest.requireActual('better-sqlite3');
  const database = new Database(path.join(directory, 'portal.lock'));
  database.exec('BEGIN');
  database.prepare('SELECT count(*) FROM sqlite_master').get();
  return database;
}
