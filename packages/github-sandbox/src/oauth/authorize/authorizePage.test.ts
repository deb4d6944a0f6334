import { newUser } from '../../core/records/newUser';
import { stopCleanly } from '../../testing/stopCleanly';
import { openShop } from '../__testUtils__/openShop';
import { Browser } from '../__testUtils__/Browser';

type Shop = Awaited<ReturnType<typeof openShop>>;
let shop: Shop;
let sandbox: Shop['sandbox'];
let browser: Shop['browser'];
beforeEach(async () => {
  shop = await openShop();
  ({ sandbox, browser } = shop);
});
afterEach(() => stopCleanly(sandbox));

const authorizePath: Shop['authorizePath'] = (...given) =>
  shop.authorizePath(...given);
const authorize: Shop['authorize'] = (...given) => shop.authorize(...given);

describe('the page', () => {
  it('says what the application gets and shows people', async () => {
    const page = await browser.open(authorizePath());
    expect(page.status).toBe(200);
    expect(page.html).toContain('this is not github.com');
    expect(page.html).toContain('<code>repo</code>');
    expect(page.html).toMatch(/value="olivia"[\s\S]*owner of acme/);
    expect(page.html).not.toContain('portal[bot]');
    expect(page.html).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*form-action 'self' http:\/\/shop\.example.*frame-ancestors 'none'/,
    );
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('searches when there are many', async () => {
    for (let count = 0; count < 30; count += 1) {
      newUser({ sandbox: sandbox.sandbox, login: `person-${count}` });
    }
    const all = await browser.open(authorizePath());
    expect(all.html).toContain('20 of 33 people');
    const found = await browser.open(`${authorizePath()}&q=PERSON-29`);
    expect(found.html.match(/class="person"/g)).toHaveLength(1);
    expect(found.html).toContain('value="st&amp;te"');
    const after = await browser.submit(found, { login: 'person-29' });
    expect(after.location).toMatch(/^http:\/\/shop\.example\/callback\?code=/);
  });

  it('does not let a name be markup', async () => {
    newUser({
      sandbox: sandbox.sandbox,
      login: 'sly',
      values: { name: '<img src=x onerror=alert(1)>' },
    });
    const { html } = await browser.open(authorizePath());
    expect(html).toContain('&lt;img');
    expect(html).not.toContain('<img');
  });

  it('puts the suggested person first', async () => {
    const { html } = await browser.open(authorizePath({ login: 'oscar' }));
    expect(html.indexOf('value="oscar"')).toBeLessThan(
      html.indexOf('value="mel"'),
    );
  });

  it.each<[string, Record<string, string>]>([
    ['another origin', { origin: 'http://evil.example' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['no origin', { origin: 'null' }],
  ])('refuses a form from %s', async (_, headers) => {
    const page = await browser.open(authorizePath());
    const after = await browser.submit(page, { login: 'mel' }, headers);
    expect(after.status).toBe(422);
    expect(sandbox.sandbox.state.codes.size).toBe(0);
  });

  it('refuses a form without its field, of another browser, or for another request', async () => {
    const page = await browser.open(authorizePath());
    const other = new Browser(sandbox.url);
    await other.open(authorizePath());
    const elsewhere = {
      ...page,
      url: `${sandbox.url}${authorizePath({ scope: 'delete_repo' })}`,
    };
    const answers = [
      await browser.submit(page, {
        login: 'mel',
        authenticity_token: undefined,
      }),
      await other.submit(page, { login: 'mel' }),
      await browser.submit(elsewhere, { login: 'mel' }),
      await browser.submit(page, { login: 'portal[bot]' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect(sandbox.sandbox.state.codes.size).toBe(0);
  });

  it('asks nothing of a remembered person who has granted it all', async () => {
    sandbox.organisation.samlEnforced = true;
    await authorize({}, { login: 'mel', remember: 'yes' });
    const again = await browser.open(authorizePath({ scope: 'read:org' }));
    expect(again.location).toContain('code=');
    // Nor does it sign on to more than was wished then.
    expect(sandbox.sandbox.state.codes.all().at(-1)?.ssoAuthorised).toEqual([]);
    for (const parameters of [
      { scope: 'repo user' },
      { prompt: 'select_account' },
      { login: 'olivia' },
    ] as Array<Record<string, string>>) {
      expect((await browser.open(authorizePath(parameters))).status).toBe(200);
    }
  });
});

it('leads to applications with a scheme of their own', async () => {
  sandbox.sandbox.state.oauthApps.all()[0].callbackUrls = ['myapp://callback'];
  const page = await browser.open(authorizePath());
  expect(page.headers.get('content-security-policy')).toContain(
    "form-action 'self' myapp:;",
  );
  const after = await browser.submit(page, { login: 'mel' });
  expect(after.location).toMatch(/^myapp:\/\/callback\?code=/);
});

describe('the way back', () => {
  it('has code and state', async () => {
    const target = await authorize();
    expect(target.origin + target.pathname).toBe(
      'http://shop.example/callback',
    );
    expect(target.searchParams.get('state')).toBe('st&te');
    expect(target.searchParams.get('code')).toMatch(/^[0-9a-f]{20}$/);
  });

  it('tells of a refusal', async () => {
    const target = await authorize({}, { decision: 'cancel' });
    expect(Object.fromEntries(target.searchParams)).toEqual({
      error: 'access_denied',
      error_description: 'The user has denied your application access.',
      error_uri: expect.stringContaining('#access-denied'),
      state: 'st&te',
    });
  });

  it('tells the registered address, and no other, of a wrong one', async () => {
    const target = await authorize({
      redirect_uri: 'http://evil.example/callback',
    });
    expect(target.origin).toBe('http://shop.example');
    expect(target.searchParams.get('error')).toBe('redirect_uri_mismatch');
  });

  it('tells that the application is suspended', async () => {
    sandbox.sandbox.state.oauthApps.all()[0].suspendedAt =
      '2026-01-01T00:00:00Z';
    const target = await authorize();
    expect(target.searchParams.get('error')).toBe('application_suspended');
  });

  it('is nowhere for an application that nobody knows', async () => {
    const page = await browser.open(authorizePath({ client_id: 'Iv0.none' }));
    expect(page.status).toBe(404);
    expect(page.location).toBeNull();
  });
});
