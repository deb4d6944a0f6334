import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { ProblemsError } from '../problems/ProblemsError';
import { createBackup } from './createBackup';
import { restoreBackup } from './restoreBackup';

/** A time that tests hand in, and how it stands in names. */
export const NOW = new Date('2026-11-22T11:05:12.345Z');
export const STAMP = '20261122T110512Z';

/** An empty folder of one test. */
export function createFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'callboard-backup-test-'));
}

/** A data directory as a portal on SQLite leaves it. */
export function createData(data: string): string {
  const files = {
    'docs/default/component/petstore/index.html': '<h1>Petstore</h1>',
    'keys/backend.key': 'a generated key',
    'connections/credentials.json': 'an App and a token',
    'logs/callboard.log': 'a line',
  };
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(data, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
  }
  for (const secret of ['keys/backend.key', 'connections/credentials.json']) {
    fs.chmodSync(path.join(data, secret), 0o600);
  }
  fs.symlinkSync(
    'index.html',
    path.join(data, 'docs/default/component/petstore/start.html'),
  );
  const tables = {
    catalog: ['final_entities', 'component:default/petstore'],
    'user-settings': ['user_settings', 'user:default/ann starred petstore'],
    auth: ['signing_keys', 'a private key'],
  };
  fs.mkdirSync(path.join(data, 'databases'));
  for (const [plugin, [table, value]] of Object.entries(tables)) {
    const database = openDatabase(data, plugin);
    database.exec(`CREATE TABLE ${table} (value TEXT)`);
    database.prepare(`INSERT INTO ${table} VALUES (?)`).run(value);
    database.close();
  }
  return data;
}

export function openDatabase(data: string, plugin: string) {
  return new Database(path.join(data, 'databases', `${plugin}.sqlite`));
}

export function readValues(data: string, plugin: string, table: string) {
  const database = openDatabase(data, plugin);
  const values = database.prepare(`SELECT value FROM ${table}`).pluck().all();
  database.close();
  return values;
}

/** Every file below a folder with a hash of its content and mode: equal when nothing was touched. */
export function fingerprint(folder: string): Record<string, string> {
  const entries = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    entries
      .filter(name => !name.includes('portal.lock'))
      .sort()
      .map(name => {
        const file = path.join(folder, name);
        const stats = fs.lstatSync(file);
        const content = stats.isFile() ? fs.readFileSync(file) : '';
        const hash = createHash('sha256').update(content).digest('hex');
        return [name, `${stats.mode.toString(8)} ${hash}`];
      }),
  );
}

function toConfig(options: {
  data: string;
  database?: JsonObject;
  port?: number;
}) {
  const sqlite = {
    client: 'better-sqlite3',
    connection: { directory: path.join(options.data, 'databases') },
  };
  return new ConfigReader({
    backend: {
      database: options.database ?? sqlite,
      listen: { host: '127.0.0.1', port: options.port ?? 1 },
    },
  });
}

export function backUp(options: {
  data: string;
  file: string;
  database?: JsonObject;
  version?: string;
  overwrite?: boolean;
}) {
  return createBackup({
    version: '0.1.0',
    overwrite: false,
    root: path.dirname(options.data),
    now: () => NOW,
    ...options,
    config: toConfig(options),
  });
}

export function putBack(options: {
  data: string;
  file: string;
  database?: JsonObject;
  version?: string;
  replace?: boolean;
  dryRun?: boolean;
  port?: number;
}) {
  return restoreBackup({
    version: '0.1.0',
    replace: false,
    dryRun: false,
    port: 1,
    root: path.dirname(options.data),
    now: () => NOW,
    ...options,
    config: toConfig(options),
  });
}

/** What a command would report. Fails when the work succeeds. */
export async function problemOf(work: Promise<unknown>) {
  const error = await work.then(
    () => new Error('it succeeded'),
    reason => reason,
  );
  if (!(error instanceof ProblemsError)) {
    throw error;
  }
  return error.problems[0];
}
