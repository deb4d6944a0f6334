import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import knexFactory from 'knex';
import request from 'supertest';
import { createRotatingProvider } from './__testUtils__/createRotatingProvider';
import { startPortal, tokenOf } from './__testUtils__/startPortal';

jest.setTimeout(180_000);

const people = new Map([['user:default/oscar', ['group:default/team-a']]]);
let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'callboard-sessions-'));
});
afterEach(() => rm(directory, { recursive: true }));

it('keeps tokens, ends of sessions, and sign-ins that are under way, over a restart', async () => {
  const provider = createRotatingProvider();
  const before = await startPortal({ people, provider, directory });
  const kept = await before.browser().signIn('oscar');
  const leaving = before.browser();
  const ended = await leaving.signIn('oscar');
  await leaving.logout().expect(200);
  const started = await request(before.server).get(
    '/api/auth/test/start?env=development',
  );
  const state = new URL(started.headers.location).searchParams.get('state')!;
  const nonce = (started.headers['set-cookie'] as unknown as string[])
    .map(line => line.split(';')[0])
    .find(pair => pair.startsWith('test-nonce=') && !pair.endsWith('='))!;
  await before.stop();

  const after = await startPortal({ people, provider, directory });
  const status = async (token: string) =>
    (await after.as(token).get('/api/probe/me')).status;
  try {
    expect(await status(kept)).toBe(200);
    expect(await status(ended)).toBe(401);
    const finished = await request(after.server)
      .get('/api/auth/test/handler/frame')
      .query({ state, code: 'oscar:late' })
      .set('cookie', nonce);
    expect(await status(tokenOf(finished))).toBe(200);
  } finally {
    await after.stop();
  }
});

it('takes tokens of a signing key at once, and reads the keys once for all who come with it', async () => {
  const portal = await startPortal({ people, directory });
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: join(directory, 'auth.sqlite'),
    useNullAsDefault: true,
  });
  try {
    // As a replica does that needs a new key: eight within a minute, where stock makes one in an hour.
    for (let rotation = 0; rotation < 8; rotation++) {
      const { publicKey, privateKey } = await generateKeyPair('ES256');
      const kid = randomUUID();
      const key = { ...(await exportJWK(publicKey)), kid, alg: 'ES256' };
      await knex('signing_keys').insert({ kid, key: JSON.stringify(key) });
      const iat = Math.floor(Date.now() / 1000);
      const token = await new SignJWT({
        ...{ sub: 'user:default/oscar', iat, exp: iat + 3_600 },
        ent: ['user:default/oscar'],
        aud: 'backstage',
      })
        .setProtectedHeader({ alg: 'ES256', kid, typ: 'vnd.backstage.user' })
        .sign(privateKey);
      const read = portal.keyReads();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => portal.as(token).get('/api/probe/me')),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(
        new Set([200]),
      );
      expect(portal.keyReads() - read).toBe(1);
    }
  } finally {
    await knex.destroy();
    await portal.stop();
  }
});
