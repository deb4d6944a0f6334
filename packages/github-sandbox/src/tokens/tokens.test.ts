import { Browser } from '../oauth/__testUtils__/Browser';
import type { FetchedPage } from '../oauth/__testUtils__/Browser';
import { stopCleanly } from '../testing/stopCleanly';
import { startTestSandbox } from '../testing/startTestSandbox';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let browser: Browser;
beforeEach(async () => {
  sandbox = await startTestSandbox();
  browser = new Browser(sandbox.url);
});
afterEach(() => stopCleanly(sandbox));

/** Opens a page of settings, choosing a person on the way. */
async function openAs(login: string, path: string) {
  const page = await browser.open(path);
  return page.url.includes('/login?') ? browser.submit(page, { login }) : page;
}
const secretOf = (page: FetchedPage) =>
  /id="new-token">\s*(\S+?)\s*</.exec(page.html)?.[1] ?? '';
const limit = (token: string) => sandbox.call('GET /rate_limit', { token });

it('asks who one is and comes back, and only to this server', async () => {
  const page = await openAs('mel', '/settings/tokens?x=1');
  expect(page.url).toBe(`${sandbox.url}/settings/tokens?x=1`);
  expect(page.html).toContain('Of mel.');
  for (const target of ['//evil.example/', '/\\evil.example', 'http://e.vil']) {
    const login = await browser.open(
      `/login?return_to=${encodeURIComponent(target)}`,
    );
    const after = await browser.submit(login, { login: 'mel' });
    expect(after.url).toBe(`${sandbox.url}/settings/tokens`);
  }
});

it('makes a classic token, shows it once, and deletes it', async () => {
  sandbox.sandbox.clock.set({ time: new Date('2026-11-01T09:30:00Z') });
  sandbox.sandbox.clock.freeze();
  const form = await openAs('mel', '/settings/tokens/new?scopes=gist,repo');
  expect(form.html.match(/ checked/g)).toHaveLength(2);
  const made = await browser.submit(form, {
    name: 'for the portal',
    expires_in: '30',
    scopes: ['repo', 'public_repo', 'read:org'],
  });
  const secret = secretOf(made);
  expect(secret).toMatch(/^ghp_\w{36}$/);
  const { status, headers } = await limit(secret);
  expect(status).toBe(200);
  expect(headers.get('x-oauth-scopes')).toBe('read:org, repo');
  expect(headers.get('github-authentication-token-expiration')).toBe(
    '2026-12-01 09:30:00 UTC',
  );

  const list = await browser.open('/settings/tokens');
  expect(list.html).toContain('for the portal');
  expect(list.html).not.toContain(secret);
  const [, id] = /action="\/settings\/tokens\/(\d+)"/.exec(
    list.html.slice(list.html.indexOf('for the portal') - 600),
  )!;
  const deleteIt = (by: Browser, page: FetchedPage) =>
    by.submit(page, { action: 'delete' }, {}, `/settings/tokens/${id}`);

  const oscar = new Browser(sandbox.url);
  await oscar.submit(await oscar.open('/login'), { login: 'oscar' });
  const own = await oscar.open('/settings/tokens');
  const foreign = await oscar.submit(
    { ...own, html: own.html.replace(/tokens\/\d+"/g, `tokens/${id}"`) },
    { action: 'delete' },
    {},
    `/settings/tokens/${id}`,
  );
  expect(foreign.status).toBe(404);
  expect((await limit(secret)).status).toBe(200);

  await deleteIt(browser, list);
  expect((await limit(secret)).status).toBe(401);
});

it('makes a fine-grained token for an organisation', async () => {
  const form = await openAs(
    'mel',
    '/settings/personal-access-tokens/new?target_name=acme&contents=read',
  );
  expect(form.html).toContain('Organisation permissions');
  const made = await browser.submit(form, {
    name: 'reader',
    expires_in: '7',
    access: 'selected',
    repositories: [String(sandbox.vault.id)],
    'permission:contents': 'read',
    'permission:administration': '',
  });
  const secret = secretOf(made);
  expect(secret).toMatch(/^github_pat_/);
  expect(sandbox.sandbox.state.tokens.all().at(-1)).toMatchObject({
    kind: 'fineGrained',
    resourceOwnerId: sandbox.organisation.id,
    repositoryIds: [sandbox.vault.id],
    permissions: { contents: 'read', metadata: 'read' },
  });
  expect((await limit(secret)).headers.get('x-oauth-scopes')).toBeNull();
});

it('refuses tokens without a name, and for what is not one’s own', async () => {
  const form = await openAs('oscar', '/settings/tokens/new');
  const nameless = await browser.submit(form, { name: ' ' });
  expect(nameless.status).toBe(422);
  expect(nameless.html).toContain('The token needs a name.');
  const fine = await browser.open(
    '/settings/personal-access-tokens/new?target_name=acme',
  );
  // Oscar is no member: the token is for his own account.
  const foreign = await browser.submit(fine, {
    name: 'reader',
    access: 'selected',
    repositories: [String(sandbox.vault.id)],
  });
  expect(foreign.status).toBe(422);
  expect(foreign.html).toContain('A repository is not one of the resource');
});

it('authorises tokens for an organisation with SAML', async () => {
  sandbox.organisation.samlEnforced = true;
  const { token, secret } = await (async () => {
    const form = await openAs('mel', '/settings/tokens/new');
    const made = await browser.submit(form, {
      name: 'sso',
      expires_in: 'none',
      scopes: ['repo', 'read:org'],
    });
    return {
      secret: secretOf(made),
      token: sandbox.sandbox.state.tokens.all().at(-1)!,
    };
  })();
  const ask = () =>
    sandbox.call('GET /orgs/acme/installation', { token: secret });
  expect((await ask()).status).toBe(401);

  const list = await browser.open('/settings/tokens');
  const path = `/settings/tokens/${token.id}`;
  const sso = String(sandbox.organisation.id);
  const after = await browser.submit(list, { sso }, {}, path);
  expect(token.ssoAuthorised).toEqual([sandbox.organisation.id]);
  await browser.submit(after, { sso }, {}, path);
  expect(token.ssoAuthorised).toEqual([]);
});

it('leads from the X-GitHub-SSO header to where the token is authorised', async () => {
  sandbox.organisation.samlEnforced = true;
  const ask = () =>
    sandbox.call('GET /orgs/acme/installations', { as: 'olivia' });
  const refused = await ask();
  expect(refused.status).toBe(403);
  expect(refused.body.message).toContain(
    'Resource protected by organization SAML enforcement.',
  );
  const url = refused.headers.get('x-github-sso')!.split('url=')[1];
  const page = await browser.open(url);
  expect(page.html).toContain('of olivia');
  await browser.submit(page, {});
  expect((await ask()).status).toBe(200);
});

it('does so for an hour, and not with an address that was made up', async () => {
  sandbox.organisation.samlEnforced = true;
  const refused = await sandbox.call('GET /orgs/acme/installations', {
    as: 'olivia',
  });
  const url = refused.headers.get('x-github-sso')!.split('url=')[1];
  expect((await browser.open(`${url}x`)).status).toBe(404);
  sandbox.sandbox.clock.advance({ ms: 60 * 60 * 1000 });
  expect((await browser.open(url)).status).toBe(404);
});
