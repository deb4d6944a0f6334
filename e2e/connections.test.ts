import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { expectToFit } from './support/expectToFit';
import { OPERATOR, operatorPortal } from './support/operatorPortal';
import { signIn } from './support/signIn';
import { watchPage } from './support/watchPage';

const SOMEBODY = 'mateo-rojas';

const PARTS = {
  overview: '/connections',
  checks: '/connections/checks',
  serve: '/connections/serve',
  trace: '/connections/trace',
  'new-app': '/connections/new-app',
};

const { portal, picture } = operatorPortal({ pictures: 'connections' });

test('a newcomer’s first five minutes', async ({ page }) => {
  test.setTimeout(120_000);
  const watch = watchPage(page, portal().url);
  await signIn(page, portal().url, '/', OPERATOR);

  // What is this portal connected to, and as whom?
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Connections' })
    .click();
  const host = page
    .getByRole('region')
    .filter({ has: page.getByText(new URL(portal().sandboxUrl).host) })
    .filter({ has: page.getByRole('list', { name: 'Order of credentials' }) })
    .first();
  await expect(
    host.getByRole('list', { name: 'Order of credentials' }),
  ).toContainText(/App .*nobody/);
  await host.getByRole('button', { name: /App/ }).first().click();
  await expect(
    host.getByRole('region', { name: /^Installations/ }),
  ).toContainText('copperbell');
  await picture(page, '1-connections');

  // Which credential serves this repository, and may it create others?
  await page.getByRole('link', { name: 'Who serves this?' }).click();
  // The page shows a moment before it listens to keys.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type(
    `${portal().sandboxUrl}/copperbell/checkout-service`,
  );
  await page.keyboard.press('Enter');
  const steps = page.getByRole('list', {
    name: 'Credentials in the order asked',
  });
  await expect(steps.getByRole('listitem').first()).toContainText('Serves');
  await expect(
    page.getByRole('row', { name: /create repositories/i }),
  ).toBeVisible();
  await expect(page).toHaveURL(/serve\?url=/);
  await picture(page, '2-who-serves-this');

  // Does all of it work?
  await page.getByRole('link', { name: /^Tests/ }).click();
  await page.getByRole('button', { name: /run all tests/i }).click();
  await expect(page.getByText('Testing…')).toBeVisible();
  await expect(page.getByText('Testing…')).toBeHidden({ timeout: 60_000 });
  await expect(page.getByTestId('status')).toContainText(
    /to mend|to look at|well/,
  );
  await page
    .getByRole('region', { name: 'What passes' })
    .getByRole('button', { name: /^Connections/ })
    .click();
  await picture(page, '3-tests');

  // Who asked GitHub for what just now?
  await page.getByRole('link', { name: 'Recent calls' }).click();
  const call = page.getByRole('row').filter({ hasText: 'connections' }).first();
  await call.getByRole('button').click();
  await expect(page.getByText('Asked by')).toBeVisible();
  await picture(page, '4-recent-calls');
  watch.expectClean();
});

test('who may not see connections is told whom to ask', async ({ page }) => {
  await signIn(page, portal().url, '/', SOMEBODY);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(
    page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Connections' }),
  ).toBeHidden();
  await page.goto(`${portal().url}/connections`);
  await expect(page.getByText('CALLBOARD_ADMINS')).toBeVisible();
  await picture(page, '5-not-open');
});

test('an App is created from the screen, with one click there and back @full', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, portal().url, '/', OPERATOR);
  await page.goto(`${portal().url}/connections/new-app`);
  // The first host is chosen already.
  await expect(
    page.getByRole('button', { name: new URL(portal().sandboxUrl).host }),
  ).toBeVisible();
  await page.getByLabel(/^Organisation/).fill('copperbell');
  await page.getByLabel(/^Name/).fill('Second board');
  await expect(
    page.getByRole('region', { name: 'Permissions it gets' }),
  ).toContainText('Contents');
  await picture(page, '6-new-app');
  await page
    .getByRole('button', { name: 'Go to GitHub and create it' })
    .click();
  await page.waitForURL(url => url.origin === portal().sandboxUrl);
  await page.getByRole('button', { name: /create/i }).click();
  await expect(
    page.getByRole('region', { name: 'App Second board is there' }),
  ).toBeVisible({ timeout: 30_000 });
  await expect(page).not.toHaveURL(/code=/);
  await picture(page, '7-app-created');
});

for (const { colorScheme, width } of [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 390 },
] as const) {
  test(`its parts fit and are legible at ${width} px, ${colorScheme} @full`, async ({
    browser,
  }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 900 },
    });
    const page = await context.newPage();
    const watch = watchPage(page, portal().url);
    await signIn(page, portal().url, '/', OPERATOR);
    for (const [name, address] of Object.entries(PARTS)) {
      await page.goto(`${portal().url}${address}`);
      await expect(page.getByTestId('status')).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectToFit({ page, name });
      await expectAccessible({ page, name });
      await picture(page, `${name}-${width}-${colorScheme}`);
    }
    watch.expectClean();
    await context.close();
  });
}
