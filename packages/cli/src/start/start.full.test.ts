import path from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import { startPostgres, type TestPostgres } from '../testing/startPostgres';
import {
  runCallboard,
  startTestPortal,
  temporaryFolder,
} from '../testing/runCallboard';

import {
  get,
  eventually,
  writeConfig,
  guestConfig,
} from './__testUtils__/portals';

jest.setTimeout(120_000);

describe('a portal that is configured', () => {
  it('has neither guest nor example, and no route for the guest', async () => {
    const config = await writeConfig({
      catalog: { locations: [] },
      auth: {
        providers: {
          github: { production: { clientId: 'a', clientSecret: 'b' } },
        },
      },
    });
    const portal = await startTestPortal({ args: ['--config', config] });
    const guest = await fetch(`${portal.url}/api/auth/guest/refresh`, {
      method: 'POST',
    });
    expect(guest.status).toBe(404);
    // GitHub answers here with a redirect to its own page.
    const github = await fetch(
      `${portal.url}/api/auth/github/start?env=production`,
      { redirect: 'manual' },
    );
    expect(github.status).toBe(302);
    expect(github.headers.get('location')).toContain('https://github.com/');
    expect(portal.output()).not.toContain('This is a trial');
    await portal.stop();
  });

  it('lets a guest look, and change nothing', async () => {
    const portal = await startTestPortal({
      args: ['--config', await guestConfig()],
    });
    const token = await portal.guestToken();
    expect((await get(portal, '/api/catalog/entities', token)).status).toBe(
      200,
    );
    const response = await fetch(`${portal.url}/api/catalog/locations`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        type: 'url',
        target: 'https://github.com/a/b/blob/main/catalog-info.yaml',
      }),
    });
    expect(response.status).toBe(403);
    await portal.stop();
  });

  it('serves the API alone with --no-frontend', async () => {
    const portal = await startTestPortal({
      args: ['--no-frontend', '--config', await guestConfig()],
    });
    expect((await get(portal, '/')).status).toBe(404);
    expect(
      (await get(portal, '/api/catalog/entities', await portal.guestToken()))
        .status,
    ).toBe(200);
    await portal.stop();
  });

  it('refuses RBAC that is not installed rather than starting with another policy', async () => {
    const config = await writeConfig({ permission: { rbac: { admin: {} } } });
    const run = runCallboard([
      'start',
      '--data',
      await temporaryFolder(),
      '--port',
      '7198',
      '--config',
      config,
    ]);
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain('permission.rbac is configured');
  });
});

describe('a restart', () => {
  it('keeps signing keys and user settings', async () => {
    const args = ['--config', await guestConfig()];
    const first = await startTestPortal({ args });
    const token = await first.guestToken();
    const stored = await fetch(
      `${first.url}/api/user-settings/buckets/b/keys/k`,
      {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ value: 'kept' }),
      },
    );
    expect(stored.status).toBe(200);
    expect(await first.stop()).toBe(0);

    const second = await startTestPortal({ data: first.data, args });
    const setting = await get(
      second,
      '/api/user-settings/buckets/b/keys/k',
      // The token was signed before the restart.
      token,
    );
    expect(await setting.json()).toMatchObject({ value: 'kept' });
    await second.stop();

    const auth = new Database(
      path.join(first.data, 'databases', 'auth.sqlite'),
    );
    const { keys } = auth
      .prepare('select count(*) as keys from signing_keys')
      .get() as { keys: number };
    auth.close();
    expect(keys).toBe(1);
  });
});

describe('PostgreSQL', () => {
  let postgres: TestPostgres;

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  it('holds one schema per plugin in one database, and serves the search', async () => {
    const connection = await postgres.createDatabase('portal');
    const config = await writeConfig({
      backend: { database: { client: 'pg', connection } },
    });
    const portal = await startTestPortal({
      args: ['--config', config, '--config', await guestConfig()],
    });
    const token = await portal.guestToken();

    const client = new Client(connection);
    await client.connect();
    const { rows } = await client.query(
      "select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'",
    );
    await client.end();
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['auth', 'catalog', 'scaffolder', 'search']),
    );

    const search = async () => {
      const response = await get(
        portal,
        '/api/search/query?term=checkout',
        token,
      );
      return (await response.json()).results ?? [];
    };
    const results = await eventually(search, found => found.length > 0);
    expect(JSON.stringify(results)).toContain('checkout');
    await portal.stop();
  });
});
