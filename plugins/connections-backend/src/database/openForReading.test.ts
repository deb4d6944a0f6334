import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import createKnex from 'knex';
import { openForReading } from './openForReading';
import { storedCatalog } from './storedCatalog';

let directory: string;
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'connections-'));
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

function open(pluginId: string, database?: JsonObject) {
  const sqlite = { client: 'better-sqlite3', connection: { directory } };
  return openForReading({
    config: new ConfigReader({ backend: { database: database ?? sqlite } }),
    pluginId,
  });
}

async function writeCatalog() {
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: { filename: path.join(directory, 'catalog.sqlite') },
    useNullAsDefault: true,
  });
  await knex.schema.createTable('final_entities', table => {
    table.string('entity_id');
    table.text('final_entity');
  });
  await knex.schema.createTable('refresh_state', table => {
    table.string('entity_ref');
    table.text('errors');
    table.text('unprocessed_entity');
  });
  await knex('final_entities').insert([
    { entity_id: '1', final_entity: '{}' },
    { entity_id: '2', final_entity: '{}' },
    { entity_id: '3', final_entity: null },
  ]);
  await knex('refresh_state').insert([
    { entity_ref: 'component:default/a', errors: '' },
    { entity_ref: 'component:default/b', errors: '[]' },
    {
      entity_ref: 'component:default/c',
      errors: '[{"name":"InputError","message":"no owner"}]',
      unprocessed_entity: JSON.stringify({
        metadata: {
          annotations: {
            'backstage.io/managed-by-location': 'url:https://github.com/acme/c',
          },
        },
      }),
    },
    {
      entity_ref: 'component:default/d',
      errors: 'not JSON',
      unprocessed_entity: 'not JSON',
    },
  ]);
  await knex.destroy();
}

it('reads what a catalog says of itself, and writes nothing', async () => {
  await writeCatalog();
  const knex = open('catalog')!;
  expect(await storedCatalog({ knex }).counts()).toEqual({
    entities: 2,
    failing: 2,
    failures: [
      {
        ref: 'component:default/c',
        message: 'no owner',
        location: 'https://github.com/acme/c',
      },
      {
        ref: 'component:default/d',
        message: 'an error that cannot be read',
      },
    ],
  });
  await expect(knex('refresh_state').delete()).rejects.toThrow('readonly');
  await knex.destroy();
});

it('makes no database where there is none', () => {
  expect(open('catalog')).toBeUndefined();
  expect(fs.readdirSync(directory)).toEqual([]);
});

it.each<[string, JsonObject]>([
  ['in memory', { client: 'better-sqlite3', connection: ':memory:' }],
  [
    'of its own',
    {
      client: 'better-sqlite3',
      connection: { directory: '.' },
      plugin: { catalog: { connection: ':memory:' } },
    },
  ],
  [
    "behind a cloud vendor's connection",
    { client: 'pg', connection: { type: 'azure' } },
  ],
  ['of an unknown kind', { client: 'mysql2', connection: {} }],
])('leaves alone a database %s', (_, database) => {
  expect(open('catalog', database)).toBeUndefined();
});

it.each<[string, JsonObject, object]>([
  [
    'a schema',
    {
      client: 'pg',
      connection: { host: 'db', user: 'portal', database: 'portal' },
      pluginDivisionMode: 'schema',
    },
    { searchPath: ['catalog'], connection: { database: 'portal' } },
  ],
  [
    'a database',
    { client: 'pg', connection: { host: 'db' }, prefix: 'mine_' },
    { connection: { database: 'mine_catalog' } },
  ],
])('finds %s of PostgreSQL', async (_, database, settings) => {
  const knex = open('catalog', database)!;
  expect(knex.client.config).toMatchObject(settings);
  await knex.destroy();
});
