import request from 'supertest';
import {
  startPortal,
  tokenOf,
  type TestPortal,
} from './__testUtils__/startPortal';
import { until } from './__testUtils__/until';

jest.setTimeout(60_000);

const people = new Map([
  ['user:default/olivia', ['group:default/team-a', 'group:default/operators']],
  ['user:default/oscar', ['group:default/team-a']],
]);
let portal: TestPortal;

beforeAll(async () => {
  portal = await startPortal({ people });
});
afterAll(() => portal.stop());

const cookiesOf = (headers: Record<string, unknown>) =>
  (headers['set-cookie'] as string[])
    .map(line => line.split(';')[0])
    .filter(pair => !pair.endsWith('='));
const me = (token: string) => portal.as(token).get('/api/probe/me');
const statusOf = async (asked: PromiseLike<{ status: number }>) =>
  (await asked).status;

describe('signing out', () => {
  it('ends every token that the browser was given, in every form, and no other', async () => {
    const browser = portal.browser();
    const first = await browser.signIn('oscar');
    const second = (await browser.refresh().expect(200)).body.backstageIdentity
      .token;
    const elsewhere = await portal.browser().signIn('oscar');
    expect((await me(first)).body).toEqual({
      userEntityRef: 'user:default/oscar',
      ownershipEntityRefs: ['user:default/oscar', 'group:default/team-a'],
    });
    const through = (
      await portal.as(first).get('/api/probe/through').expect(200)
    ).body.token;
    await portal.as(through).get('/api/other/me').expect(200);
    const documents = request.agent(portal.server);
    await documents
      .get('/api/probe/cookie')
      .set('authorization', `Bearer ${first}`)
      .expect(200);
    const [cookie] = (await portal.as(first).get('/api/probe/cookie')).headers[
      'set-cookie'
    ];
    const page = () =>
      request(portal.server).get('/api/probe/page').set('cookie', cookie);
    await page().expect(200);

    await browser.logout().expect(200);

    for (const token of [first, second]) {
      const refused = await me(token).expect(401);
      expect(refused.body.error.message).toContain('This session was ended');
    }
    await portal.as(through).get('/api/other/me').expect(401);
    await page().expect(401);
    await me(elsewhere).expect(200);
    await me(await portal.browser().signIn('oscar')).expect(200);
  });

  it('holds for a browser that sends its old cookies again', async () => {
    const browser = portal.browser();
    await browser.signIn('oscar');
    const refreshed = await browser.refresh().expect(200);
    const cookies = cookiesOf(refreshed.headers).join('; ');
    await browser.logout().expect(200);
    const again = await request(portal.server)
      .get('/api/auth/test/refresh?env=development')
      .set('x-requested-with', 'XMLHttpRequest')
      .set('cookie', cookies);
    expect(again.status).toBe(401);
  });

  it('lets the same browser sign in again', async () => {
    const browser = portal.browser();
    await browser.signIn('oscar');
    expect(await statusOf(browser.logout())).toBe(200);
    expect(await statusOf(browser.refresh())).toBe(401);
    const token = await browser.signIn('oscar');
    expect(await statusOf(me(token))).toBe(200);
    expect(await statusOf(browser.refresh())).toBe(200);
  });

  it('leaves nothing to go on with, in whatever spelling, with or without the cookie of the session', async () => {
    const browser = portal.browser();
    await browser.signIn('oscar');
    const { headers } = await browser.refresh().expect(200);
    const cookies = cookiesOf(headers);
    const refresh = async (path: string, cookie: string) =>
      statusOf(
        request(portal.server)
          .get(`/api/auth${path}?env=development`)
          .set('x-requested-with', 'XMLHttpRequest')
          .set('cookie', cookie),
      );
    const refreshToken = cookies.find(pair =>
      pair.startsWith('test-refresh-token'),
    )!;
    expect(await refresh('/test/refresh', refreshToken)).toBe(401);
    expect(
      await refresh('/test/refresh', refreshToken.replace('=', ' =')),
    ).toBe(401);
    await browser.logout().expect(200);
    for (const path of ['/test/refresh', '/test/REFRESH', '/TEST//refresh/']) {
      expect(await refresh(path, refreshToken)).toBe(401);
      expect(await refresh(path, cookies.join('; '))).toBe(401);
    }
  });

  it('has the browser forget its cookies when it is refused', async () => {
    const browser = portal.browser();
    await browser.signIn('oscar');
    const cookies = cookiesOf((await browser.refresh().expect(200)).headers);
    await browser.logout().expect(200);
    const refused = await request(portal.server)
      .get('/api/auth/test/refresh?env=development')
      .set('x-requested-with', 'XMLHttpRequest')
      .set('cookie', [...cookies, 'test-refresh-token-0=x', 'else=y'].join(';'))
      .expect(401);
    const lines = refused.headers['set-cookie'] as unknown as string[];
    expect(lines.map(line => line.split('=')[0]).sort()).toEqual([
      'callboard-session',
      'test-refresh-token',
      'test-refresh-token-0',
    ]);
    for (const line of lines) {
      expect(line).toMatch(/=; Path=\/api\/auth\/test; Expires=.* 1970 /);
    }
  });

  it('holds for a refresh that is under way', async () => {
    const browser = portal.browser();
    await browser.signIn('oscar');
    const { body, headers } = await portal.provider.whileRefreshing({
      refresh: () => browser.refresh(),
      meanwhile: () => browser.logout().expect(200),
    });
    expect(body.error?.message).toContain('This session was ended');
    expect(JSON.stringify(headers)).not.toMatch(/test-refresh-token=[^;]/);
    expect(await statusOf(browser.refresh())).toBe(401);
  });

  it('needs the header that a foreign page cannot send', async () => {
    const browser = portal.browser();
    const token = await browser.signIn('oscar');
    expect(
      await statusOf(
        browser.agent.post('/api/auth/test/logout?env=development'),
      ),
    ).toBe(401);
    expect(await statusOf(me(token))).toBe(200);
  });

  it('is there for a client with nothing but its token', async () => {
    const token = await portal.browser().signIn('oscar');
    expect(
      await statusOf(request(portal.server).post('/api/access/sessions/end')),
    ).toBe(401);
    expect(
      await statusOf(portal.as(token).post('/api/access/sessions/end')),
    ).toBe(204);
    expect(await statusOf(me(token))).toBe(401);
  });
});

describe('a sign-in', () => {
  it('gives two tabs that refresh at once the same session', async () => {
    const browser = portal.browser();
    await browser.signIn('oscar');
    const before = portal.provider.refreshes();
    const tabs = await Promise.all([
      browser.refresh(),
      browser.refresh(),
      browser.refresh(),
    ]);
    expect(tabs.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(portal.provider.refreshes()).toBe(before + 1);
    await browser.refresh().expect(200);
  });

  it('refuses a refresh token that another browser has used before', async () => {
    const browser = portal.browser();
    const { headers } = await browser.finish({
      state: await browser.start(),
      code: 'oscar:once',
    });
    const cookies = headers['set-cookie'] as unknown as string[];
    const refreshToken = cookies.find(line =>
      line.startsWith('test-refresh-token'),
    )!;
    const thief = () =>
      request(portal.server)
        .get('/api/auth/test/refresh?env=development')
        .set('x-requested-with', 'XMLHttpRequest')
        .set('cookie', refreshToken.split(';')[0]);
    expect(await statusOf(browser.refresh())).toBe(200);
    expect(await statusOf(thief())).toBe(401);
  });

  it('refuses a state that another browser began, a replay of it, and a code that was used', async () => {
    const mine = portal.browser();
    const state = await mine.start();
    const other = portal.browser();
    await other.start();
    expect(() => tokenOf({ text: '' })).toThrow();
    const crossed = await other.finish({ state, code: 'oscar:crossed' });
    expect(() => tokenOf(crossed)).toThrow('Invalid nonce');
    const bare = await portal.browser().finish({ state, code: 'oscar:bare' });
    expect(() => tokenOf(bare)).toThrow('missing cookie nonce');

    tokenOf(await mine.finish({ state, code: 'oscar:mine' }));
    const replayed = await mine.finish({ state, code: 'oscar:mine' });
    expect(() => tokenOf(replayed)).toThrow('The code was used before');
    await mine.start();
    const old = await mine.finish({ state, code: 'oscar:another' });
    expect(() => tokenOf(old)).toThrow('Invalid nonce');
  });
});

describe('who somebody is', () => {
  it('is what the catalog says now, for the permission policy too, with a token from before', async () => {
    const operator = await portal.browser().signIn('olivia');
    await portal.as(operator).get('/api/access/sessions').expect(200);

    people.set('user:default/olivia', ['group:default/team-b']);
    await until(async () => {
      const { status } = await portal.as(operator).get('/api/access/sessions');
      return status === 403;
    });
    expect((await me(operator)).body.ownershipEntityRefs).toEqual([
      'user:default/olivia',
      'group:default/team-b',
    ]);

    people.set('user:default/olivia', ['group:default/operators']);
    await until(async () => {
      const { status } = await portal.as(operator).get('/api/access/sessions');
      return status === 200;
    });
  });
});

describe('an operator', () => {
  it('sees who is there, and ends what a person has open', async () => {
    const operator = await portal.browser().signIn('olivia');
    const browser = portal.browser();
    await browser.signIn('oscar');
    const token = (await browser.refresh().expect(200)).body.backstageIdentity
      .token;
    await me(token).expect(200);
    await until(async () => {
      const { body } = await portal.as(operator).get('/api/access/sessions');
      return body.people?.some(
        (person: { userEntityRef: string }) =>
          person.userEntityRef === 'user:default/oscar',
      );
    });
    const revoke = (as: string, body: object) =>
      portal.as(as).post('/api/access/sessions/revoke').send(body);
    await revoke(token, { userEntityRef: 'user:default/olivia' }).expect(403);
    await revoke(operator, { userEntityRef: 'group:default/a' }).expect(400);
    await revoke(operator, { userEntityRef: 'Oscar' }).expect(204);
    await me(token).expect(401);
    // Nor does a page that is loaded again bring a new token.
    expect(await statusOf(browser.refresh())).toBe(401);
    await me(operator).expect(200);
    const { body } = await portal.as(operator).get('/api/access/sessions');
    expect(body).toMatchObject({
      mayManage: true,
      people: [{ userEntityRef: 'user:default/olivia', isHeld: false }],
    });
  });
});
