import { createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Config } from '@backstage/config';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { refuse } from '../refuse';
import { withPostgres } from './connectPostgres';
import { defineSchemas } from './defineSchemas';
import { pluginSchemas } from './pluginSchemas';
import {
  DUMP_FILE,
  type PostgresDump,
  type SequenceValue,
  type TableRows,
} from './PostgresDump';
import { unsupportedObjects } from './unsupportedObjects';

/**
 * Writes the schemas of all plugins into `folder`, as of one moment, while portals may run. It needs no tools of PostgreSQL, whose
 * versions would have to match the server's.
 *
 * Throws a `ProblemsError` when something in the schemas could not be restored.
 */
export async function dumpPostgres(options: {
  config: Config;
  folder: string;
}): Promise<PostgresDump & { leftOut: string[] }> {
  const { config, folder } = options;
  await fs.mkdir(folder, { recursive: true });
  return withPostgres({
    config,
    work: async client => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const { plugins: schemas, others } = await pluginSchemas({
        client,
        config,
      });
      await checkSupported({ client, schemas });
      const dump: PostgresDump = {
        serverVersion: await serverVersion(client),
        schemas,
        definition: await defineSchemas({ client, schemas }),
        tables: await dumpTables({ client, schemas, folder }),
        sequences: await readSequences({ client, schemas }),
      };
      await client.query('COMMIT');
      await fs.writeFile(
        path.join(folder, DUMP_FILE),
        JSON.stringify(dump, null, 2),
      );
      return {
        ...dump,
        leftOut: others.map(
          name => `the schema ${name}, which holds no plugin's migrations`,
        ),
      };
    },
  });
}

async function checkSupported(options: { client: Client; schemas: string[] }) {
  if (options.schemas.length === 0) {
    throw refuse({
      problem: 'the database holds no schemas of plugins',
      where: 'backend.database.connection',
      remedy:
        'check that the connection names the database of the portal, and that the portal has been started once',
    });
  }
  const objects = await unsupportedObjects(options);
  if (objects.length > 0) {
    throw refuse({
      problem:
        'the database holds objects that `callboard backup` cannot back up',
      where: `schemas ${options.schemas.join(', ')}`,
      cause: objects.join('\n'),
      remedy:
        'back up the database with pg_dump, or move those objects out of the schemas of the plugins',
    });
  }
}

/** For example `18.4`. */
export async function serverVersion(client: Client): Promise<string> {
  const { rows } = await client.query('SHOW server_version');
  return String(rows[0].server_version).split(' ')[0];
}

async function dumpTables(options: {
  client: Client;
  schemas: string[];
  folder: string;
}): Promise<TableRows[]> {
  const { client, schemas, folder } = options;
  const { rows: found } = await client.query<{
    table: string;
    columns: string[];
  }>(
    `SELECT c.oid::regclass::text AS table,
            coalesce(array_agg(quote_ident(a.attname) ORDER BY a.attnum) FILTER (WHERE a.attgenerated = ''), '{}') AS columns
     FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE n.nspname = ANY($1) AND c.relkind = 'r'
     GROUP BY c.oid ORDER BY 1`,
    [schemas],
  );
  const tables: TableRows[] = [];
  for (const [index, { table, columns }] of found.entries()) {
    const file = `rows-${index}.copy`;
    const copy = client.query(
      copyTo(`COPY ${table} (${columns.join(', ')}) TO STDOUT`),
    );
    await pipeline(copy, createWriteStream(path.join(folder, file)));
    tables.push({ table, columns, file, rows: copy.rowCount });
  }
  return tables;
}

async function readSequences(options: {
  client: Client;
  schemas: string[];
}): Promise<SequenceValue[]> {
  const { client, schemas } = options;
  const { rows: found } = await client.query<{ sequence: string }>(
    `SELECT c.oid::regclass::text AS sequence
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY($1) AND c.relkind = 'S' ORDER BY 1`,
    [schemas],
  );
  const sequences: SequenceValue[] = [];
  for (const { sequence } of found) {
    const { rows } = await client.query(
      `SELECT last_value::text, is_called FROM ${sequence}`,
    );
    sequences.push({
      sequence,
      lastValue: rows[0].last_value,
      isCalled: rows[0].is_called,
    });
  }
  return sequences;
}
