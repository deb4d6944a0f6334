import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oidcAuthenticator } from '@backstage/plugin-auth-backend-module-oidc-provider';
import request from 'supertest';
import { CLIENT, startOidcProvider } from './__testUtils__/startOidcProvider';
import { startPortal, tokenOf } from './__testUtils__/startPortal';

jest.setTimeout(180_000);

const people = new Map([['user:default/oscar', ['group:default/team-a']]]);
const CALLBACK = 'http://localhost:7007/api/auth/test/handler/frame';
let provider: Awaited<ReturnType<typeof startOidcProvider>>;
let directory: string;

beforeAll(async () => {
  provider = await startOidcProvider({ redirectUri: CALLBACK });
  directory = await mkdtemp(join(tmpdir(), 'callboard-oidc-'));
});
afterAll(async () => {
  await provider.stop();
  await rm(directory, { recursive: true });
});

const start = () =>
  startPortal({
    people,
    directory,
    authenticator: oidcAuthenticator,
    nameOf: ({ userinfo }) => userinfo.sub,
    config: {
      auth: {
        environment: 'development',
        session: { secret: 'of-a-test' },
        providers: {
          test: {
            development: {
              ...CLIENT,
              metadataUrl: provider.metadataUrl,
              callbackUrl: CALLBACK,
              prompt: 'auto',
            },
          },
        },
      },
    },
  });
type Portal = Awaited<ReturnType<typeof start>>;

/** A browser whose cookies can be taken to another replica. */
function createBrowser() {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async get(portal: Portal, path: string) {
      const answer = await request(portal.server)
        .get(path)
        .set('x-requested-with', 'XMLHttpRequest')
        .set('cookie', [...cookies].map(pair => pair.join('=')).join('; '));
      for (const line of (answer.headers['set-cookie'] ??
        []) as unknown as string[]) {
        const [, name, value] = line.match(/^([^=]+)=([^;]*)/)!;
        // A cookie that is removed for a whole domain is not the one of this host.
        if (!/domain=/i.test(line)) cookies.set(name, value);
      }
      return answer;
    },
    refresh(portal: Portal) {
      return this.get(portal, '/api/auth/test/refresh?env=development');
    },
  };
}

it('ends a sign-in well that began before a restart, and then refreshes in several tabs at once', async () => {
  const browser = createBrowser();
  const before = await start();
  const started = await browser.get(
    before,
    '/api/auth/test/start?env=development',
  );
  await before.stop();

  const portal = await start();
  try {
    const back = await provider.authorize(started.headers.location);
    const callback = `${back.pathname}${back.search}`;
    const token = tokenOf(await browser.get(portal, callback));
    await portal.as(token).get('/api/probe/me').expect(200);

    // The state and the code are good once.
    expect(() => tokenOf({ text: '' })).toThrow();
    const again = await browser.get(portal, callback);
    expect(() => tokenOf(again)).toThrow();

    const old = browser.cookies.get('test-refresh-token')!;
    const tabs = await Promise.all([
      browser.refresh(portal),
      browser.refresh(portal),
      browser.refresh(portal),
    ]);
    expect(tabs.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(browser.cookies.get('test-refresh-token')).not.toBe(old);
    expect((await browser.refresh(portal)).status).toBe(200);

    // A thief with the refresh token alone.
    const thief = createBrowser();
    thief.cookies.set('test-refresh-token', old);
    expect((await thief.refresh(portal)).status).toBe(401);
  } finally {
    await portal.stop();
  }
});
