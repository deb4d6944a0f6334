import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { startPostgres, type TestPostgres } from '../../testing/startPostgres';
import {
  backUp,
  createFolder,
  fingerprint,
  problemOf,
  putBack,
  STAMP,
} from '../testing';

/** A schema with one of everything that Backstage's migrations make, and some that they might. */
const CATALOG = `
  CREATE SCHEMA catalog;
  SET search_path = catalog;
  CREATE TABLE knex_migrations (id serial PRIMARY KEY, name varchar(255));
  INSERT INTO knex_migrations (name) VALUES ('init'), ('search');
  CREATE TYPE state AS ENUM ('new', 'it''s done');
  CREATE TABLE refresh_state (
    entity_id text PRIMARY KEY,
    "Entity Ref" text COLLATE "C" NOT NULL UNIQUE,
    state state DEFAULT 'new' NOT NULL,
    amount numeric(10,2) CHECK (amount > 0),
    tags text[] DEFAULT '{}'::text[],
    data jsonb,
    bytes bytea,
    at timestamptz DEFAULT now(),
    number bigint GENERATED ALWAYS AS IDENTITY,
    words tsvector GENERATED ALWAYS AS (to_tsvector('english', coalesce("Entity Ref", ''))) STORED
  ) WITH (autovacuum_vacuum_scale_factor = 0.01);
  COMMENT ON TABLE refresh_state IS 'The state of it''s refreshes';
  COMMENT ON COLUMN refresh_state."Entity Ref" IS 'kind:namespace/name';
  CREATE INDEX words_idx ON refresh_state USING gin (words);
  CREATE INDEX state_idx ON refresh_state (state DESC) WHERE amount IS NOT NULL;
  CREATE TABLE "references" (
    id bigserial PRIMARY KEY,
    source text REFERENCES refresh_state ON DELETE CASCADE,
    target text,
    UNIQUE NULLS NOT DISTINCT (source, target)
  );
  ALTER TABLE "references" ALTER COLUMN source SET (n_distinct = -0.5);
  ALTER TABLE "references" ALTER COLUMN target SET STATISTICS 500;
  ALTER TABLE "references" ALTER COLUMN target SET STORAGE EXTERNAL;
  CREATE STATISTICS both_stats (ndistinct) ON source, target FROM "references";
  CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.at = now(); RETURN NEW; END $$;
  CREATE TRIGGER touch BEFORE UPDATE ON refresh_state FOR EACH ROW EXECUTE FUNCTION touch();
  ALTER TABLE refresh_state DISABLE TRIGGER touch;
  CREATE VIEW first_view AS SELECT entity_id, state FROM refresh_state;
  CREATE VIEW second_view AS SELECT count(*) AS entities FROM first_view;
  INSERT INTO refresh_state (entity_id, "Entity Ref", state, amount, tags, data, bytes) VALUES
    ('1', 'component:default/a', 'it''s done', 1.50, '{"x","y, z"}', '{"a": [1, null, "\\\\n"]}', '\\x00ff'),
    ('2', E'component:default/tab\\there\\nand a line', 'new', NULL, NULL, NULL, NULL);
  INSERT INTO "references" (source, target) VALUES ('1', '2'), ('2', NULL);
  SELECT nextval('references_id_seq');
`;

/** A plugin with a dash in its name and with no rows. */
const USER_SETTINGS = `
  CREATE SCHEMA "user-settings";
  CREATE TABLE "user-settings".knex_migrations (id int);
  CREATE TABLE "user-settings".user_settings ("user" text, key text, value jsonb);
  INSERT INTO "user-settings".user_settings VALUES ('user:default/ann', 'starred', '["petstore"]');
  CREATE TABLE "user-settings".empty ();
`;

const OTHER_PROGRAM = `CREATE SCHEMA billing; CREATE TABLE billing.invoices (id int)`;

describe('backup and restore of a portal on PostgreSQL', () => {
  let server: TestPostgres;
  let folder: string;
  let data: string;
  let file: string;
  let count = 0;

  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
  });
  beforeEach(() => {
    folder = createFolder();
    data = path.join(folder, 'data');
    file = path.join(folder, 'portal.tar.gz');
    fs.mkdirSync(path.join(data, 'docs'), { recursive: true });
    fs.writeFileSync(path.join(data, 'docs', 'index.html'), 'docs');
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });

  async function createPortal(sql: string) {
    count += 1;
    const connection = await server.createDatabase(`portal_${count}`);
    const database = { client: 'pg', connection, pluginDivisionMode: 'schema' };
    const query = async (text: string) => {
      const client = new Client(connection);
      await client.connect();
      try {
        return [await client.query(text)].flat().at(-1)!.rows;
      } finally {
        await client.end();
      }
    };
    if (sql) await query(sql);
    return { database, query };
  }

  const CONTENT = `
    SET search_path = catalog;
    SELECT (SELECT json_agg(r ORDER BY entity_id) FROM refresh_state r) AS state,
           (SELECT json_agg(r ORDER BY id) FROM "references" r) AS refs,
           (SELECT entities FROM second_view) AS entities,
           (SELECT json_agg(r) FROM "user-settings".user_settings r) AS settings`;

  it('brings everything back in another database', async () => {
    const portal = await createPortal(CATALOG + USER_SETTINGS + OTHER_PROGRAM);
    const { manifest, leftOut } = await backUp({
      data,
      file,
      database: portal.database,
    });
    expect(manifest.database).toMatchObject({
      client: 'pg',
      schemas: ['catalog', 'user-settings'],
    });
    expect(leftOut).toEqual([
      "the schema billing, which holds no plugin's migrations",
    ]);

    const other = await createPortal('');
    const result = await putBack({
      data: path.join(folder, 'other'),
      file,
      database: other.database,
    });
    expect(result.previousSchemas).toEqual([]);
    expect(fingerprint(path.join(folder, 'other'))).toEqual(fingerprint(data));
    expect(await other.query(CONTENT)).toEqual(await portal.query(CONTENT));

    // Sequences go on where they stood, constraints hold.
    const [{ id }] = await other.query(
      `INSERT INTO catalog."references" (source) VALUES ('1') RETURNING id`,
    );
    expect(id).toBe('4');
    await expect(
      other.query(`INSERT INTO catalog."references" (source) VALUES ('9')`),
    ).rejects.toThrow('foreign key');
    expect(
      await other.query(
        `SELECT nspname FROM pg_namespace WHERE nspname = 'billing'`,
      ),
    ).toEqual([]);
  });

  it('replaces schemas only when told to, and keeps those that were there', async () => {
    const portal = await createPortal(CATALOG + USER_SETTINGS + OTHER_PROGRAM);
    const { database } = portal;
    await backUp({ data, file, database });
    const atBackup = await portal.query(CONTENT);
    await portal.query(`DELETE FROM catalog.refresh_state`);

    const refused = await problemOf(
      putBack({ data: path.join(folder, 'other'), file, database }),
    );
    expect(refused.problem).toBe(
      'the database holds the state of a portal already',
    );

    const { previousSchemas, previousData } = await putBack({
      data,
      file,
      database,
      replace: true,
    });
    const ending = `_before_restore_${STAMP.toLowerCase()}`;
    expect(previousSchemas.sort()).toEqual([
      `catalog${ending}`,
      `user-settings${ending}`,
    ]);
    expect(previousData).toBe(`${data}.before-restore-${STAMP}`);
    expect(await portal.query(CONTENT)).toEqual(atBackup);
    expect(
      await portal.query(`SELECT * FROM "catalog${ending}".refresh_state`),
    ).toEqual([]);
    // What was put aside is not part of the next backup.
    const next = await backUp({ data, file, database, overwrite: true });
    expect(next.manifest.database).toMatchObject({
      schemas: ['catalog', 'user-settings'],
    });
  });

  it('changes neither database nor files when the restore fails at its end', async () => {
    const portal = await createPortal(CATALOG + USER_SETTINGS);
    const { database } = portal;
    await backUp({ data, file, database });
    await portal.query(`DELETE FROM catalog."references"`);
    const content = await portal.query(CONTENT);
    const before = fingerprint(folder);
    // The place for the old data directory is taken: the last step before the commit cannot be made.
    const obstacle = `${data}.before-restore-${STAMP}`;
    fs.mkdirSync(path.join(obstacle, 'full'), { recursive: true });

    const problem = await problemOf(
      putBack({ data, file, database, replace: true }),
    );
    expect(problem.problem).toBe('the data directory could not be replaced');

    fs.rmSync(obstacle, { recursive: true });
    expect(fingerprint(folder)).toEqual(before);
    expect(await portal.query(CONTENT)).toEqual(content);
    expect(
      await portal.query(
        `SELECT nspname FROM pg_namespace WHERE nspname LIKE '%before_restore%'`,
      ),
    ).toEqual([]);
  });

  it('refuses while a portal is connected', async () => {
    const portal = await createPortal(CATALOG);
    const { database } = portal;
    await backUp({ data, file, database });
    const plugin = new Client({
      ...database.connection,
      application_name: 'backstage_plugin_catalog',
    });
    await plugin.connect();
    const problem = await problemOf(
      putBack({ data, file, database, replace: true }),
    );
    await plugin.end();
    expect(problem.cause).toBe('1 connections of plugins are open');
  });

  it('uses the empty schemas of an administrator, with a user who may not create any', async () => {
    const portal = await createPortal(CATALOG);
    await backUp({ data, file, database: portal.database });

    const other = await createPortal(`
      CREATE ROLE portal_${count} LOGIN PASSWORD 'test';
      CREATE SCHEMA catalog AUTHORIZATION portal_${count};
    `);
    const user = `portal_${count - 1}`;
    const database = {
      ...other.database,
      connection: { ...other.database.connection, user },
    };
    await putBack({ data: path.join(folder, 'other'), file, database });
    const [{ tableowner }] = await other.query(
      `SELECT tableowner FROM pg_tables WHERE tablename = 'refresh_state'`,
    );
    expect(tableowner).toBe(user);

    const third = await createPortal('');
    const problem = await problemOf(
      putBack({
        data: path.join(folder, 'third'),
        file,
        database: {
          ...third.database,
          connection: { ...third.database.connection, user },
        },
      }),
    );
    expect(problem.problem).toBe(
      'the database user lacks a right that a restore needs',
    );
    expect(fs.existsSync(path.join(folder, 'third'))).toBe(false);
  });

  it('names what it could not back up, and writes no file', async () => {
    const { database } = await createPortal(
      `${CATALOG}; CREATE TABLE parts (id int) PARTITION BY RANGE (id); CREATE DOMAIN short AS varchar(3)`,
    );
    const problem = await problemOf(backUp({ data, file, database }));
    expect(problem.cause).toContain('relation catalog.parts');
    expect(problem.cause).toContain('type catalog.short');
    expect(fs.existsSync(file)).toBe(false);
  });

  it('says so when there is no portal in the database, or no database', async () => {
    const { database } = await createPortal(OTHER_PROGRAM);
    expect((await problemOf(backUp({ data, file, database }))).problem).toBe(
      'the database holds no schemas of plugins',
    );
    const wrong = {
      ...database,
      connection: { ...database.connection, password: 'a-wrong-password' },
    };
    const problem = await problemOf(backUp({ data, file, database: wrong }));
    expect(problem.problem).toBe('the PostgreSQL database cannot be reached');
    expect(JSON.stringify(problem)).not.toContain('a-wrong-password');
  });
});
