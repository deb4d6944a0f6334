import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Config } from '@backstage/config';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { ProblemsError } from '../../problems/ProblemsError';
import { refuse } from '../refuse';
import { withPostgres } from './connectPostgres';
import { defineSchemas } from './defineSchemas';
import { serverVersion } from './dumpPostgres';
import { pluginSchemas } from './pluginSchemas';
import { DUMP_FILE, type PostgresDump } from './PostgresDump';

/** A portal that does not answer any more may still hold locks for a moment. */
const LOCK_TIMEOUT = '10s';
const MAX_NAME_BYTES = 63;

/**
 * Restores the schemas of all plugins in one transaction: either all of it is there afterwards, or the database is as before. Schemas that
 * exist are renamed and kept. The result is compared with the backup before the transaction ends.
 *
 * `beforeCommit` makes the change outside the database; it is taken back when the transaction cannot be committed.
 */
export async function restorePostgres<T extends { undo(): void }>(options: {
  config: Config;
  folder: string;
  replace: boolean;
  stamp: string;
  beforeCommit: () => T;
}): Promise<{ result: T; previousSchemas: string[] }> {
  const { config, folder, replace, stamp } = options;
  const dump: PostgresDump = JSON.parse(
    await fs.readFile(path.join(folder, DUMP_FILE), 'utf8'),
  );
  return withPostgres({
    config,
    work: async client => {
      try {
        await client.query('BEGIN');
        await client.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`);
        await client.query('SET LOCAL search_path = pg_catalog');
        await client.query('SET LOCAL check_function_bodies = off');
        await checkUnused(client);
        const previousSchemas = await putAside({
          client,
          config,
          dump,
          replace,
          stamp,
        });
        await fill({ client, dump, folder });
        await verify({ client, dump });
        const result = options.beforeCommit();
        await client.query('COMMIT').catch(error => {
          result.undo();
          throw error;
        });
        await analyze({ client, dump });
        return { result, previousSchemas };
      } catch (error) {
        throw toProblem(error);
      }
    },
  });
}

/** Every connection of a portal names its plugin. */
async function checkUnused(client: Client) {
  const { rows } = await client.query<{ connections: number }>(
    `SELECT count(*)::int AS connections FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'backstage\\_plugin\\_%'`,
  );
  const { connections } = rows[0];
  if (connections > 0) {
    throw refuse({
      problem: 'a portal is running',
      where: 'the PostgreSQL database',
      cause: `${connections} connections of plugins are open`,
      remedy: 'stop every replica, restore, and start them again',
    });
  }
}

/** Renames what is there. An empty schema that an administrator has made is used as it is. */
async function putAside(options: {
  client: Client;
  config: Config;
  dump: PostgresDump;
  replace: boolean;
  stamp: string;
}): Promise<string[]> {
  const { client, dump, stamp } = options;
  const { plugins } = await pluginSchemas(options);
  const { rows } = await client.query<{ name: string; empty: boolean }>(
    `SELECT n.nspname AS name,
            NOT EXISTS (SELECT FROM pg_depend d
                        WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid) AS empty
     FROM pg_namespace n WHERE n.nspname = ANY($1)`,
    [[...plugins, ...dump.schemas]],
  );
  const used = rows.filter(({ empty }) => !empty).map(({ name }) => name);
  if (used.length > 0 && !options.replace) {
    throw refuse({
      problem: 'the database holds the state of a portal already',
      where: `schemas ${used.join(', ')}`,
      remedy:
        'choose another database, or replace the schemas with --yes: those that are there are renamed and kept',
    });
  }
  const previous: string[] = [];
  for (const name of used) {
    const aside = asideName({ name, stamp });
    await client.query(
      `ALTER SCHEMA ${client.escapeIdentifier(
        name,
      )} RENAME TO ${client.escapeIdentifier(aside)}`,
    );
    previous.push(aside);
  }
  const empty = new Set(rows.filter(row => row.empty).map(({ name }) => name));
  for (const name of dump.schemas.filter(schema => !empty.has(schema))) {
    await client.query(`CREATE SCHEMA ${client.escapeIdentifier(name)}`);
  }
  return previous;
}

function asideName(options: { name: string; stamp: string }) {
  const ending = `_before_restore_${options.stamp.toLowerCase()}`;
  return options.name.slice(0, MAX_NAME_BYTES - ending.length) + ending;
}

async function fill(options: {
  client: Client;
  dump: PostgresDump;
  folder: string;
}) {
  const { client, dump, folder } = options;
  for (const statement of dump.definition.before) {
    await client.query(statement);
  }
  for (const { table, columns, file, rows } of dump.tables) {
    const copy = client.query(
      copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`),
    );
    await pipeline(
      createReadStream(path.join(folder, path.basename(file))),
      copy,
    );
    if (copy.rowCount !== rows) {
      throw new Error(
        `${table} got ${copy.rowCount} rows of the ${rows} in the backup`,
      );
    }
  }
  for (const { sequence, lastValue, isCalled } of dump.sequences) {
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [
      sequence,
      lastValue,
      isCalled,
    ]);
  }
  for (const statement of dump.definition.after) {
    await client.query(statement);
  }
}

/** Another major version of PostgreSQL may word the same definition differently; then their number must agree. */
async function verify(options: { client: Client; dump: PostgresDump }) {
  const { client, dump } = options;
  const { schemas, definition } = dump;
  const restored = await defineSchemas({ client, schemas });
  const major = (version: string) => version.split('.')[0];
  const sameVersion =
    major(await serverVersion(client)) === major(dump.serverVersion);
  const complete = sameVersion
    ? isDeepStrictEqual(restored, definition)
    : restored.before.length === definition.before.length &&
      restored.after.length === definition.after.length;
  if (!complete) {
    const expected = new Set([...definition.before, ...definition.after]);
    const found = new Set([...restored.before, ...restored.after]);
    const missing = [...expected].filter(statement => !found.has(statement));
    throw new Error(
      `what was restored differs from the backup, first in: ${missing[0]}`,
    );
  }
}

/** Without statistics the first queries would be planned badly. Done by the server itself sooner or later, so no reason to fail. */
async function analyze(options: { client: Client; dump: PostgresDump }) {
  for (const { table } of options.dump.tables) {
    await options.client.query(`ANALYZE ${table}`).catch(() => {});
  }
}

function toProblem(error: unknown) {
  if (error instanceof ProblemsError) {
    return error;
  }
  const { code, message } = error as { code?: string; message: string };
  if (code === '42501') {
    return refuse({
      problem: 'the database user lacks a right that a restore needs',
      where: 'backend.database.connection.user',
      cause: message,
      remedy:
        'let it own the schemas and create new ones: GRANT CREATE ON DATABASE, as docs/deployment-guide.md shows',
    });
  }
  return refuse({
    problem: 'PostgreSQL could not restore the backup',
    where: 'backend.database.connection',
    cause: message,
    remedy:
      'mend what the cause names, then run the command again; the database is as it was before',
  });
}
