import { createHash } from 'node:crypto';
import { base64url, SignJWT } from 'jose';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const HOUR_MS = 3_600_000;
const SERVICE_KEY = 'kP9sLQm2vX7tRz4wYb6nC1dF3gH5jK8a';

let portal: Awaited<ReturnType<typeof startPortal>>;
beforeAll(async () => {
  portal = await startPortal({
    auth: {
      keys: [
        { secret: SERVICE_KEY, id: 'ap-key', description: 'service api key' },
        {
          secret: 'second-of-the-configured-secrets',
          id: 'limited',
          accessRestrictions: [
            { plugin: 'alpha', permissionAttribute: { action: 'read' } },
          ],
        },
        { secret: 'short12' },
      ],
    },
  });
});

describe('a secret of backend.auth.keys', () => {
  it('is a bearer token of the service that its id names', async () => {
    const answer = await portal.ask('get', '/api/alpha/who', SERVICE_KEY);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      type: 'service',
      subject: 'external:ap-key',
    });
  });

  it('still signs tokens as stock has it', async () => {
    const token = await new SignJWT({ sub: 'backstage-server' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(base64url.decode(SERVICE_KEY));
    const answer = await portal.ask('get', '/api/alpha/who', token);
    expect(answer.body.subject).toBe('external:backstage-plugin');
  });

  it('opens what its accessRestrictions say', async () => {
    const secret = 'second-of-the-configured-secrets';
    const get = async (path: string) => portal.ask('get', path, secret);
    expect((await get('/api/alpha/who')).body).toMatchObject({
      subject: 'external:limited',
      accessRestrictions: { permissionAttributes: { action: ['read'] } },
    });
    expect((await get('/api/alpha/read-permission')).body.result).toBe('ALLOW');
    expect((await get('/api/alpha/write-permission')).body.result).toBe('DENY');
    expect((await get('/api/beta/who')).status).toBe(403);
  });

  it('is refused where it is not whole, too short, or in an address', async () => {
    const status = async (path: string, token?: string) =>
      (await portal.ask('get', path, token)).status;
    expect(await status('/api/alpha/who', SERVICE_KEY.slice(0, -1))).toBe(401);
    expect(await status('/api/alpha/who', `${SERVICE_KEY}x`)).toBe(401);
    expect(await status('/api/alpha/who', 'short12')).toBe(401);
    expect(await status(`/api/alpha/who?token=${SERVICE_KEY}`)).toBe(401);
  });
});

describe('a key', () => {
  it('opens every plugin where nothing limits it', async () => {
    const { apiKey, key } = await portal.create();
    const answer = await portal.ask('get', '/api/beta/who', key);
    expect(answer.body).toEqual({
      type: 'service',
      subject: `external:api-key:${apiKey.id}`,
    });
    expect((await portal.ask('post', '/api/alpha/write', key)).status).toBe(
      200,
    );
    expect(apiKey).toMatchObject({
      name: 'ci',
      owner: 'user:default/olivia',
      createdBy: 'user:default/olivia',
      state: 'active',
      prefix: key.slice(0, 17),
    });
  });

  it('opens its plugins and no other, and can be passed on among these', async () => {
    const { key } = await portal.create({
      scopes: { plugins: ['alpha', 'permission'], readOnly: false },
    });
    const get = async (path: string) => portal.ask('get', path, key);
    expect((await get('/api/alpha/who')).status).toBe(200);
    expect((await get('/api/beta/who')).status).toBe(403);
    expect((await get('/api/access/keys')).status).toBe(403);
    expect((await get('/api/alpha/through/beta')).status).toBe(403);

    const both = await portal.create({
      scopes: { plugins: ['alpha', 'beta'], readOnly: false },
    });
    const through = await portal.ask(
      'get',
      '/api/alpha/through/beta',
      both.key,
    );
    expect(through.body).toEqual({ type: 'service', subject: 'plugin:alpha' });
  });

  it('only reads where it is for reading, whether a route checks a permission or not', async () => {
    const { key } = await portal.create({ scopes: { readOnly: true } });
    const get = async (path: string) => portal.ask('get', path, key);
    expect((await get('/api/alpha/read-permission')).body.result).toBe('ALLOW');
    expect((await get('/api/alpha/write-permission')).body.result).toBe('DENY');
    expect((await portal.ask('post', '/api/alpha/write', key)).status).toBe(
      403,
    );
    // A token of the plugin alpha would not be limited.
    expect((await get('/api/alpha/through/beta')).status).toBe(403);
  });

  it('has the permissions that it names', async () => {
    const { key } = await portal.create({
      scopes: {
        plugins: ['alpha'],
        permissions: ['thing.write'],
        readOnly: false,
      },
    });
    const get = async (path: string) => portal.ask('get', path, key);
    expect((await get('/api/alpha/read-permission')).body.result).toBe('DENY');
    expect((await get('/api/alpha/write-permission')).body.result).toBe(
      'ALLOW',
    );
  });

  it('is refused where it is cut off, has the id of another one, or is in an address', async () => {
    const one = await portal.create();
    const other = await portal.create();
    const secretOf = (key: string) => key.slice('cbk_'.length + 13);
    const status = async (token?: string, path = '/api/alpha/who') =>
      (await portal.ask('get', path, token)).status;
    expect(await status(one.key)).toBe(200);
    expect(await status(one.key.slice(0, -1))).toBe(401);
    expect(await status(`${one.key}A`)).toBe(401);
    expect(await status(secretOf(one.key))).toBe(401);
    expect(await status(`cbk_${other.apiKey.id}_${secretOf(one.key)}`)).toBe(
      401,
    );
    expect(await status(`cbk_000000000000_${secretOf(one.key)}`)).toBe(401);
    expect(await status(undefined, `/api/alpha/who?token=${one.key}`)).toBe(
      401,
    );
    const hash = createHash('sha256').update(secretOf(one.key)).digest('hex');
    expect(await status(`cbk_${one.apiKey.id}_${hash.slice(0, 43)}`)).toBe(401);
    expect(portal.logged.join('\n')).not.toContain(secretOf(one.key));
    expect(portal.logged.join('\n')).not.toContain(hash);
  });

  it('is refused from the moment it is revoked, which is audited with its id', async () => {
    const { apiKey, key } = await portal.create();
    expect((await portal.ask('get', '/api/alpha/who', key)).status).toBe(200);
    const path = `/api/access/keys/${apiKey.id}/revoke`;
    const revoked = await portal.ask('post', path, portal.olivia);
    expect(revoked.body).toMatchObject({
      state: 'revoked',
      revokedBy: 'user:default/olivia',
    });
    const before = portal.logged.length;
    const answer = await portal.ask('get', '/api/alpha/who', key);
    expect(answer.status).toBe(401);
    expect(answer.body.error.message).toBe(`The key ${apiKey.id} is revoked`);
    await portal.ask('get', '/api/beta/who', key);
    const audits = portal.logged
      .slice(before)
      .filter(line => line.includes('access.key-refused'));
    expect(audits.filter(line => line.includes('succeeded'))).toEqual([]);
    const failed = audits.filter(line => line.includes('failed'));
    expect(failed).toHaveLength(1);
    expect(failed[0]).toContain(apiKey.id);
    expect(portal.logged.join('\n')).not.toContain(key.slice(-43));
  });

  it('makes, rotates and revokes no key, and nor does a plugin', async () => {
    const { apiKey, key } = await portal.create();
    const body = { name: 'more', scopes: { readOnly: false } };
    const post = (path: string, token: string) =>
      portal.ask('post', `/api/access/keys${path}`, token).send(body);
    expect((await post('', key)).status).toBe(403);
    expect((await post('', SERVICE_KEY)).status).toBe(403);
    expect((await post(`/${apiKey.id}/rotate`, key)).status).toBe(403);
    expect((await post(`/${apiKey.id}/revoke`, key)).status).toBe(403);
    await portal.ask('get', '/api/alpha/through/access', key);
    expect((await post('', portal.tokens.at(-1)!)).status).toBe(403);

    const list = await portal.ask('get', '/api/access/keys', key);
    expect(list.body.mayManage).toBe(false);
    expect((await post('', portal.commandKey)).body.apiKey).toMatchObject({
      createdBy: 'service:callboard-keys',
    });
  });

  it('is listed without its secret, beside what the configuration lets in', async () => {
    const { apiKey, key } = await portal.create({ owner: 'group:default/sre' });
    const list = await portal.ask('get', '/api/access/keys', portal.olivia);
    expect(list.body.keys[0]).toEqual({
      ...apiKey,
      owner: 'group:default/sre',
    });
    expect(list.body.mayManage).toBe(true);
    expect(list.body.plugins).toEqual(['access', 'alpha', 'auth', 'beta']);
    expect(list.body.configured).toEqual([
      {
        path: 'backend.auth.keys[0]',
        subject: 'external:ap-key',
        type: 'secret',
        description: 'service api key',
      },
      {
        path: 'backend.auth.keys[1]',
        subject: 'external:limited',
        type: 'secret',
        plugins: ['alpha'],
      },
      {
        path: 'backend.auth.keys[2]',
        subject: 'external:backstage-plugin',
        type: 'secret',
      },
      {
        path: 'backend.auth.externalAccess[1]',
        subject: 'callboard-keys',
        type: 'static',
      },
    ]);
    const text = JSON.stringify(list.body);
    expect(text).not.toContain(key.slice(-43));
    expect(text).not.toMatch(/[0-9a-f]{64}|hash/);
    expect(text).not.toContain(SERVICE_KEY);
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ owner: 'olivia' }, 'owner'],
    [{ scopes: { plugins: [], readOnly: false } }, 'scopes.plugins'],
    [
      { scopes: { permissions: ['thing.read'], readOnly: false } },
      'scopes.permissions',
    ],
    [{ expiresInHours: 0 }, 'expiresInHours'],
    [{ expiresInHours: 43_801 }, 'expiresInHours'],
  ])('cannot be made with %j', async (wrong, field) => {
    const answer = await portal
      .ask('post', '/api/access/keys', portal.olivia)
      .send({ name: 'ci', scopes: { readOnly: true }, ...wrong });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(`${field}:`);
  });
});

describe('a token of a plugin', () => {
  it('is refused where it is for another plugin, and where people are asked for', async () => {
    const { key } = await portal.create();
    await portal.ask('get', '/api/alpha/through/beta', key);
    const token = portal.tokens.at(-1)!;
    const status = async (path: string) =>
      (await portal.ask('get', path, token)).status;
    expect(await status('/api/beta/who')).toBe(200);
    expect(await status('/api/beta/people')).toBe(403);
    expect(await status('/api/access/keys')).toBe(401);
    expect(await status('/api/alpha/who')).toBe(401);
    const [header, payload, signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const forged = Buffer.from(
      JSON.stringify({ ...claims, aud: 'access' }),
    ).toString('base64url');
    const answer = await portal.ask(
      'get',
      '/api/access/keys',
      `${header}.${forged}.${signature}`,
    );
    expect(answer.status).toBe(401);
  });
});

// The last test: it sets the clock.
describe('a secret that has been rotated', () => {
  it('is good for the overlap, and then refused as the expired key is', async () => {
    const { apiKey, key } = await portal.create({ expiresInHours: 48 });
    const rotate = async (overlapHours: number) =>
      (
        await portal
          .ask('post', `/api/access/keys/${apiKey.id}/rotate`, portal.olivia)
          .send({ overlapHours })
      ).body;
    const status = async (token: string) =>
      (await portal.ask('get', '/api/alpha/who', token)).status;

    const second = await rotate(2);
    expect(second.apiKey.id).toBe(apiKey.id);
    expect(second.key).not.toBe(key);
    expect(await status(key)).toBe(200);
    expect(await status(second.key)).toBe(200);
    portal.advance(3 * HOUR_MS);
    expect(await status(key)).toBe(401);
    expect(await status(second.key)).toBe(200);

    const third = await rotate(0);
    expect(await status(second.key)).toBe(401);
    expect(await status(third.key)).toBe(200);
    portal.advance(48 * HOUR_MS);
    const expired = await portal.ask('get', '/api/alpha/who', third.key);
    expect(expired.status).toBe(401);
    expect(expired.body.error.message).toBe(`The key ${apiKey.id} is expired`);
  });
});
