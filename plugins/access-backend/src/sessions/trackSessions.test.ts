import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createSessions } from '@callboard/plugin-access-node';
import express from 'express';
import request from 'supertest';
import { migrationSource } from '../database/migrations';
import { createSessionStore } from './createSessionStore';
import { RevocationTable } from './RevocationTable';
import { trackSessions } from './trackSessions';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const LDAP = 'callboard-ldap-session';

const part = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
let made = 0;
function makeToken() {
  const iat = Math.floor(Date.now() / 1000);
  const sub = 'user:default/oscar';
  const claims = { sub, iat, exp: iat + 3_600, number: ++made };
  return `${part({ alg: 'ES256' })}.${part(claims)}.${part({ made })}`;
}
const identity = (token: string) => ({ backstageIdentity: { token } });

/** Two ways to sign in, `one` and `two`, as stock's are, and a directory: as far as cookies go. */
async function open() {
  const knex = await databases.init('SQLITE_3');
  await knex.migrate.latest({ migrationSource });
  const now = () => new Date();
  const sessions = createSessions();
  const revocations = new RevocationTable({ knex, now });
  sessions.connect(
    createSessionStore({
      ...{ knex, revocations, now },
      readNow: async () => {},
    }),
  );
  const app = express();
  app.use(
    '/api/auth',
    trackSessions({
      sessions,
      logger: mockServices.logger.mock(),
      cookie: { httpOnly: true, path: '/api/auth', maxAge: 400_000_000 },
    }),
  );
  app.use(express.json());
  const tokens: string[] = [];
  const issue = () => {
    tokens.push(makeToken());
    return tokens.at(-1)!;
  };
  app.get('/api/auth/:provider/handler/frame', (req, res) => {
    const { provider } = req.params;
    if (req.query.error) {
      res.send('no');
      return;
    }
    res.cookie(`${provider}-refresh-token`, 'good', {
      path: `/api/auth/${provider}`,
      maxAge: 3_600_000,
    });
    if (req.query.flow === 'redirect') res.redirect('/');
    else res.json(req.query.plain ? {} : identity(issue()));
  });
  app.get('/api/auth/:provider/refresh', (req, res) => {
    res.json(req.query.plain ? {} : identity(issue()));
  });
  app.post('/api/auth/:provider/logout', (_req, res) => {
    res.json({});
  });
  app.post('/api/auth/ldap/refresh', (req, res) => {
    if (!req.body?.username && !req.headers.cookie?.includes(LDAP)) {
      res.status(401).json({});
      return;
    }
    res.cookie(LDAP, issue(), { path: '/api/auth/ldap', maxAge: 3_600_000 });
    res.json(identity(issue()));
  });
  app.use(((error, _req, res, _next) => {
    res.status(error.name === 'InputError' ? 400 : 401).json({});
  }) as express.ErrorRequestHandler);

  const browser = () => {
    const agent = request.agent(app);
    const status = async (asked: PromiseLike<request.Response>) =>
      (await asked).status;
    return {
      get: (path: string) => status(agent.get(`/api/auth/${path}`)),
      post: (path: string, body?: object) =>
        status(agent.post(`/api/auth/${path}`).send(body)),
    };
  };
  return {
    app,
    knex,
    tokens,
    browser,
    ended: async () => (await revocations.read()).tokens.size,
  };
}

it('tells the ways to sign in of one browser apart', async () => {
  const { browser, ended } = await open();
  const { get, post } = browser();
  await get('one/handler/frame');
  await get('two/handler/frame');
  expect(await get('one/refresh')).toBe(200);
  expect(await post('two/logout')).toBe(200);
  expect(await ended()).toBe(1);
  expect(await get('one/refresh')).toBe(200);
  expect(await get('two/refresh')).toBe(401);
});

it('leaves a session alone when a new sign-in fails', async () => {
  const { browser } = await open();
  const { get } = browser();
  await get('one/handler/frame');
  await get('one/handler/frame?error=yes');
  expect(await get('one/refresh')).toBe(200);
});

it('carries on what a redirect began, and what gives no token of the portal', async () => {
  const { browser, knex } = await open();
  const { get } = browser();
  expect(await get('one/handler/frame?flow=redirect')).toBe(302);
  expect(await knex('access_browsers')).toMatchObject([
    { user_entity_ref: null },
  ]);
  expect(await get('one/refresh')).toBe(200);
  expect(await knex('access_browsers')).toMatchObject([
    { user_entity_ref: 'user:default/oscar' },
  ]);
  expect(await get('two/handler/frame?plain=yes')).toBe(200);
  expect(await get('two/refresh?plain=yes')).toBe(200);
});

it('gives whoever signs in again a new session', async () => {
  const { app, browser, ended } = await open();
  const { get, post } = browser();
  await get('one/handler/frame');
  const first = await request(app).get('/api/auth/one/handler/frame');
  const cookies = (first.headers['set-cookie'] as unknown as string[]).map(
    line => line.split(';')[0],
  );
  const again = await request(app)
    .get('/api/auth/one/handler/frame')
    .set('cookie', cookies.join(';'));
  const session = (answer: request.Response) =>
    /callboard-session=([^;]*)/.exec(String(answer.headers['set-cookie']))![1];
  expect(session(again)).not.toBe(session(first));
  await get('one/handler/frame');
  await post('one/logout');
  expect(await ended()).toBe(2);
});

it('needs no cookie where there is none to refresh with', async () => {
  const { browser, ended } = await open();
  const { get, post } = browser();
  expect(await get('proxy/refresh')).toBe(200);
  expect(await get('proxy/refresh')).toBe(200);
  await post('proxy/logout');
  expect(await ended()).toBe(2);
  expect(await get('proxy/refresh')).toBe(200);
});

describe('with a password', () => {
  const password = { username: 'oscar', password: 'secret' };

  it('ends the token in the cookie too, and a copy of the cookie', async () => {
    const { app, browser, ended } = await open();
    const { post } = browser();
    const signedIn = await request(app)
      .post('/api/auth/ldap/refresh')
      .send(password)
      .expect(200);
    const cookie = (signedIn.headers['set-cookie'] as unknown as string[])
      .map(line => line.split(';')[0])
      .join('; ');
    const ask = (path: string, cookies = cookie) =>
      request(app).post(`/api/auth/ldap/${path}`).set('cookie', cookies);
    await ask('refresh').expect(200);
    const [alone] = cookie.split('; ').filter(pair => pair.startsWith(LDAP));
    await ask('refresh', alone).expect(401);
    await ask('logout').expect(200);
    expect(await ended()).toBe(4);
    await ask('refresh').expect(401);

    expect(await post('ldap/refresh', password)).toBe(200);
    expect(await post('ldap/refresh')).toBe(200);
    expect(await post('ldap/logout')).toBe(200);
    expect(await post('ldap/refresh')).toBe(401);
  });

  it('begins anew, whatever cookie there is', async () => {
    const { app } = await open();
    await request(app)
      .post('/api/auth/ldap/refresh')
      .set('cookie', `${LDAP}=old`)
      .send(password)
      .expect(200);
    const bad = await request(app)
      .post('/api/auth/ldap/refresh')
      .set('cookie', `${LDAP}=old`)
      .set('content-type', 'application/json')
      .send('{"username":"oscar","password":"secret')
      .expect(400);
    expect(bad.text).not.toContain('secret');
  });
});
