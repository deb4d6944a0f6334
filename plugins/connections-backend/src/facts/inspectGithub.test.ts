import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspectGithub } from './inspectGithub';
import { startInspections } from './__testUtils__/openInspection';

let portal: Awaited<ReturnType<typeof startInspections>>;
beforeEach(async () => {
  portal = await startInspections();
});
afterEach(() => portal.stop());

it('tells everything of a host with an App and a token, and no secret', async () => {
  const { sandbox, host } = portal;
  const token = sandbox.tokens.mel;
  const context = portal.open(
    { apps: [portal.app()], token },
    {
      config: {
        auth: {
          environment: 'production',
          providers: {
            github: {
              production: {
                clientId: 'Ov1.sign-in',
                clientSecret: 'sign-in-secret',
                enterpriseInstanceUrl: sandbox.url,
              },
            },
            gitlab: {
              production: { clientId: 'gl', clientSecret: 'gitlab-secret' },
            },
          },
        },
      },
    },
  );
  const facts = await inspectGithub({ context });
  expect(facts).toEqual([
    expect.objectContaining({
      host,
      origin: 'integrations',
      configKey: 'integrations.github[0]',
      webUrl: sandbox.url,
      clockSkewSeconds: 0,
      signIn: [
        {
          provider: 'github',
          environment: 'production',
          clientId: 'Ov1.sign-in',
          callbackUrl:
            'https://portal.example.com/api/auth/github/handler/frame',
          scopes: ['read:user'],
        },
      ],
    }),
  ]);
  const [{ apps, tokens, anonymous, spenders }] = facts;
  expect(apps.map(({ key }) => key.status)).toEqual(['valid']);
  expect(tokens.map(({ owner }) => owner)).toEqual(['mel']);
  expect(anonymous).toBeUndefined();
  expect(spenders.map(({ plugin }) => plugin)).toContain('connections');

  const text = JSON.stringify(facts);
  for (const secret of [
    token,
    'portal-secret',
    'hook-secret',
    'sign-in-secret',
    'gitlab-secret',
    'BEGIN RSA PRIVATE KEY',
    sandbox.privateKey.split('\n')[1],
    'ghs_',
  ]) {
    expect(text).not.toContain(secret);
  }
});

it('tells what is left for nobody only where a host has no credential', async () => {
  const [facts] = await inspectGithub({ context: portal.open({}) });
  expect(facts).toMatchObject({ apps: [], tokens: [] });
  expect(facts.anonymous?.rateLimits).toContainEqual(
    expect.objectContaining({ resource: 'core', limit: 60 }),
  );
});

it('lists github.com that nobody configured only once something asked it, and does not ask it itself', async () => {
  const context = portal.open({ token: portal.sandbox.tokens.mel });
  const hosts = async () =>
    (await inspectGithub({ context })).map(({ host }) => host);
  expect(await hosts()).toEqual([portal.host]);

  context.github.trace
    .begin({
      plugin: 'todo',
      host: 'github.com',
      method: 'GET',
      path: '/zen',
      via: 'stock',
      credentialKind: 'none',
      passedOver: [],
      resource: 'core',
      attempt: 1,
    })
    .finish({
      status: 200,
      cost: 1,
      limit: 60,
      remaining: 59,
      resetAt: '2026-11-26T13:00:00.000Z',
    });
  expect(await hosts()).toEqual([portal.host, 'github.com']);
  const asked = context.github.trace.list({ host: 'github.com' });
  expect(asked.map(({ plugin }) => plugin)).toEqual(['todo']);
});

it('says of a GitHub that does not answer that it does not, and tells of the others', async () => {
  const { sandbox, host } = portal;
  const port = await unusedPort();
  const context = portal.open(
    {},
    {
      config: {
        integrations: {
          github: [
            {
              host: `127.0.0.1:${port}`,
              apiBaseUrl: `http://127.0.0.1:${port}/api/v3`,
              apps: [portal.app()],
              token: 'ghp_lost',
            },
            { host, apiBaseUrl: `${sandbox.url}/api/v3`, token: 'ghp_unknown' },
          ],
        },
      },
    },
  );
  const [lost, there] = await inspectGithub({ context });
  expect(lost.apps[0].key).toEqual({
    status: 'unreachable',
    detail: expect.stringContaining(`127.0.0.1:${port}`),
  });
  expect(lost.tokens[0]).toMatchObject({ status: 'unreachable' });
  expect(lost.clockSkewSeconds).toBeUndefined();
  expect(there.tokens[0]).toMatchObject({ status: 'rejected' });
});

it('asks a server that has several names once, and for all that is needed under any of them', async () => {
  const { sandbox, host } = portal;
  const [app, apiBaseUrl] = [portal.app(), `${sandbox.url}/api/v3`];
  const context = portal.open(
    {},
    {
      config: {
        integrations: {
          github: [
            { host: 'localhost', apiBaseUrl },
            { host, apiBaseUrl, apps: [app] },
            { host: 'github.com', apiBaseUrl: sandbox.url, apps: [app] },
            { host: 'other', apiBaseUrl, token: sandbox.tokens.mel },
          ],
        },
        catalog: { providers: { github: { organization: 'acme' } } },
      },
    },
  );
  const facts = await inspectGithub({ context });
  expect(facts.map(one => [one.host, one.aliasOf, one.apps.length])).toEqual([
    ['localhost', host, 0],
    [host, undefined, 1],
    ['github.com', host, 0],
    ['other', undefined, 0],
  ]);
  expect(facts[0].anonymous).toBeUndefined();
  expect(facts[2].clockSkewSeconds).toBeUndefined();
  const asked = sandbox.sandbox.requests.all().map(({ path }) => path);
  expect(asked.filter(path => path.endsWith('/app'))).toHaveLength(1);
  const contents = facts[1].apps[0].permissions.rows.find(
    ({ permission }) => permission === 'contents',
  );
  expect(contents?.neededBy.map(({ feature }) => feature)).toContain(
    'Discovery of catalog files',
  );
});

it('finds a clock that is wrong, and what comes of it', async () => {
  const behind = () =>
    new Date(portal.sandbox.sandbox.clock.now().getTime() - 3_600_000);
  const context = portal.open({ apps: [portal.app()] }, { now: behind });
  const [facts] = await inspectGithub({ context });
  expect(facts.clockSkewSeconds).toBeGreaterThan(-3603);
  expect(facts.clockSkewSeconds).toBeLessThan(-3597);
});

it('takes a key for good again once the clock was set, whatever was learned of it before', async () => {
  let skewMs = -3_600_000;
  const context = portal.open(
    { apps: [portal.app()] },
    {
      now: () =>
        new Date(portal.sandbox.sandbox.clock.now().getTime() + skewMs),
    },
  );
  const status = async () =>
    (await inspectGithub({ context }))[0].apps[0].key.status;
  expect(await status()).toBe('clock-skew');
  await context.github.credentials.explain({
    url: `${portal.sandbox.url}/acme`,
  });
  skewMs = 0;
  expect(await status()).toBe('valid');
});

function unusedPort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
