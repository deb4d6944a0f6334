import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { createSandboxAccess } from '@callboard/cli/src/sandbox/createSandboxAccess';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- as above
import { keepSandboxAccess } from '@callboard/cli/src/sandbox/readSandboxAccess';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- stand-ins are for tests, and so not exported
import { directories } from '../conformance/src/presets/identities/directories';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- as above
import { identityProviders } from '../conformance/src/presets/identities/identityProviders';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- as above
import type { IdentitySetup } from '../conformance/src/presets/identities/IdentitySetup';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- as above
import { sourceHosts } from '../conformance/src/presets/identities/sourceHosts';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- as above
import { startGitHub } from '../conformance/src/presets/standIns/github/startGitHub';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- as above
import { testAuthority } from '../conformance/src/presets/standIns/testAuthority';
import { startIdentityPortal } from './support/startIdentityPortal';
import { freePort } from './support/startPortal';

const TIMEOUT_MS = 240_000;
const PREPARE = { ...sourceHosts, ...identityProviders, ...directories };
const GRACE = 'Signed in as Grace Hopper';

/** What a test has started, ended after it, last first. */
let taken: { close?(): Promise<unknown>; stop?(): Promise<unknown> }[] = [];
const use = async <T extends (typeof taken)[number]>(
  resource: T | Promise<T>,
): Promise<T> => {
  const started = await resource;
  taken.push(started);
  return started;
};

test.afterEach(async () => {
  for (const resource of taken.reverse()) {
    await (resource.stop ? resource.stop() : resource.close?.());
  }
  taken = [];
});

/** A browser that has never been here, and reaches the stand-ins under the vendors' names. */
async function openBrowser(options: {
  browser: Browser;
  setup: IdentitySetup;
}): Promise<Page> {
  const { proxy } = options.setup;
  const context = await use(
    options.browser.newContext({
      viewport: { width: 1440, height: 900 },
      // The authority of the stand-ins is of this run.
      ignoreHTTPSErrors: true,
      ...(proxy && {
        proxy: { server: proxy.url, bypass: 'localhost,127.0.0.1' },
      }),
    }),
  );
  return context.newPage();
}

const signInButton = (page: Page) =>
  page.getByRole('button', { name: /^sign in/i });
const personMenu = (page: Page) =>
  page.getByRole('button', { name: /^Signed in as/ });

/** The page has this way in and no other; the person takes it, by the keyboard. */
async function enter(page: Page, setup: IdentitySetup) {
  if (setup.provider === 'ldap') {
    await page.getByLabel('User name').fill('grace');
    await page.getByLabel('Password').fill('grace-secret');
  } else {
    const title = `Sign in with ${setup.title}`;
    await expect(signInButton(page)).toHaveText([title]);
    await signInButton(page).focus();
  }
  await page.keyboard.press('Enter');
}

/** Their own name, and on their own page the group that they are in. */
async function expectOwnPage(
  page: Page,
  person: { name: string | RegExp; owns: string[] },
) {
  const [user, group] = person.owns.map(ref => ref.split('/')[1]);
  await expect(personMenu(page)).toHaveAccessibleName(person.name);
  await personMenu(page).click();
  await page.getByRole('menuitem', { name: 'My page' }).click();
  await expect(page).toHaveURL(new RegExp(`/catalog/default/user/${user}`));
  await expect(
    page
      .getByRole('main')
      .locator(`a[href^="/catalog/default/group/${group}"]`)
      .first(),
  ).toBeVisible();
}

const expectGrace = (page: Page, setup: IdentitySetup) =>
  expectOwnPage(page, { name: GRACE, owns: setup.owns });

async function signOut(page: Page) {
  await personMenu(page).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(signInButton(page).first()).toBeVisible();
}

/** Neither a reload nor the cookies of this browser bring the session back. */
async function expectNoSession(page: Page, provider: string) {
  await page.reload();
  await expect(signInButton(page).first()).toBeVisible();
  const status = await page.evaluate(async id => {
    const response = await fetch(
      `/api/auth/${id}/refresh?optional&env=production`,
      {
        method: id === 'ldap' ? 'POST' : 'GET',
        headers: { 'x-requested-with': 'XMLHttpRequest' },
      },
    );
    return response.status;
  }, provider);
  expect(status).toBe(401);
}

for (const [name, prepare] of Object.entries(PREPARE)) {
  test(`${name}: in, own name and groups, out @full`, async ({ browser }) => {
    test.setTimeout(TIMEOUT_MS);
    const setup = await prepare(use);
    const portal = await use(startIdentityPortal(setup));
    const page = await openBrowser({ browser, setup });

    await page.goto(portal.url);
    await enter(page, setup);
    await expectGrace(page, setup);
    await page.reload();
    await expect(personMenu(page)).toHaveAccessibleName(GRACE);
    await signOut(page);
    await expectNoSession(page, setup.provider);
  });
}

test('an OAuth App and a GitHub App of the sandbox: in, own name and groups, out @full', async ({
  page,
}) => {
  test.setTimeout(TIMEOUT_MS);
  const data = await mkdtemp(path.join(tmpdir(), 'callboard-e2e-'));
  await use({ stop: () => rm(data, { recursive: true, maxRetries: 20 }) });
  const access = createSandboxAccess();
  keepSandboxAccess({ data, access });
  const sandboxPort = await freePort();
  const { clientId, clientSecret } = access.credentials.app;
  const production = {
    clientId,
    clientSecret,
    enterpriseInstanceUrl: `http://localhost:${sandboxPort}`,
    signIn: { resolvers: [{ resolver: 'userIdMatchingUserEntityAnnotation' }] },
  };
  const portal = await use(
    startIdentityPortal({
      presets: ['demo'],
      port: await freePort(),
      variables: {},
      data,
      sandboxPort,
      // The App that reads repositories signs people in, too, and in the way of a GitHub Enterprise Server.
      config: { auth: { providers: { ghe: { production } } } },
      owns: ['user:default/lena-fischer', 'group:default/checkout'],
    }),
  );

  for (const [title, provider] of [
    ['the sandbox GitHub', 'github'],
    ['GitHub Enterprise', 'ghe'],
  ]) {
    await page.goto(portal.url);
    await expect(signInButton(page)).toHaveText([
      'Sign in with the sandbox GitHub',
      'Sign in with GitHub Enterprise',
    ]);
    const opened = page.waitForEvent('popup');
    await page.getByRole('button', { name: title }).click();
    const popup = await opened;
    await popup.locator('button[name="login"][value="lena-fischer"]').click();
    await expectOwnPage(page, {
      name: /Lena Fischer/,
      owns: ['user:default/lena-fischer', 'group:default/checkout'],
    });
    await signOut(page);
    await expectNoSession(page, provider);
  }
});

test('auto: in without a click, and out until a click @full', async ({
  browser,
}) => {
  test.setTimeout(TIMEOUT_MS);
  const setup = await identityProviders.oidc(use);
  const portal = await use(
    startIdentityPortal({
      ...setup,
      config: { callboard: { signIn: { auto: true } } },
    }),
  );
  const page = await openBrowser({ browser, setup });

  await page.goto(`${portal.url}/settings`);
  await expect(personMenu(page)).toHaveAccessibleName(GRACE);
  await expect(page).toHaveURL(new RegExp(`^${portal.url}/settings`));
  await signOut(page);
  await expectNoSession(page, setup.provider);
  await enter(page, setup);
  await expect(personMenu(page)).toHaveAccessibleName(GRACE);
});

test('auto: a refusal is shown, and nobody is sent around in circles @full', async ({
  browser,
}) => {
  test.setTimeout(TIMEOUT_MS);
  const setup = await identityProviders.oidc(use);
  const portal = await use(
    startIdentityPortal({
      ...setup,
      // Nobody in the catalog has the address of who signs in.
      entities: setup.entities!.replace('grace@', 'somebody@'),
      config: { callboard: { signIn: { auto: true } } },
    }),
  );
  const page = await openBrowser({ browser, setup });

  await page.goto(portal.url);
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page).toHaveURL(`${portal.url}/`);
  await page.reload();
  await expect(signInButton(page)).toBeEnabled();
});

test('a guest is told so on every page @full', async ({ page }) => {
  test.setTimeout(TIMEOUT_MS);
  const github = await use(
    startGitHub({ token: 'ghp_trial', catalogInfo: '' }),
  );
  const portal = await use(
    startIdentityPortal({
      presets: ['github-pat'],
      port: await freePort(),
      variables: {
        GITHUB_HOST: github.host,
        GITHUB_CA_FILE: (await testAuthority()).caFile,
        GITHUB_ORG: 'acme',
        GITHUB_PAT: 'ghp_trial',
      },
      owns: [],
    }),
  );

  await page.goto(portal.url);
  await page.getByRole('button', { name: 'Enter as guest' }).click();
  const banner = page.getByRole('region', { name: 'Guest' });
  await expect(banner).toBeVisible();
  for (const place of ['/', '/catalog', '/docs', '/settings', '/nowhere']) {
    await page.goto(`${portal.url}${place}`);
    await expect(banner).toContainText('You are a guest');
  }
});
