import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { signIn } from './support/signIn';
import { type Portal, startPortal } from './support/startPortal';
import { untilIngested } from './support/untilIngested';
import { type PageWatch, watchPage } from './support/watchPage';

/** Of the team that operates the portal in a trial. */
const OPERATOR = 'nadia-haddad';

let portal: Portal;
let watch: PageWatch;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await startPortal();
  await untilIngested(portal.url);
});

test.afterAll(() => portal?.stop());

test.beforeEach(({ page }) => {
  watch = watchPage(page, portal.url);
});

test.afterEach(() => watch.expectClean());

async function open(page: Page, path: string) {
  await signIn(page, portal.url);
  await page.goto(`${portal.url}${path}`);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

test('the sign-in page says that this is a trial, and leads to the sandbox', async ({
  page,
}) => {
  await page.goto(portal.url);
  await expect(page.getByText(/trial/i).first()).toBeVisible();
  await signIn(page, portal.url);
  await page.reload();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('a line on every page says that this is a sandbox, and how to connect the real GitHub', async ({
  page,
}) => {
  await open(page, '/catalog');
  const banner = page.getByRole('region', { name: 'Sandbox' });
  await expect(banner).toBeVisible();
  await banner.getByRole('button', { name: /connect the real one/i }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('bin/callboard presets check');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the catalog lists components and leads to an entity with its relations', async ({
  page,
}) => {
  await open(page, '/catalog');
  const row = page.getByRole('link', { name: 'Checkout service' }).first();
  await expect(row).toBeVisible();
  await row.click();
  await expect(page).toHaveURL(
    /\/catalog\/default\/component\/checkout-service/,
  );
  await expect(page.getByText('Relations').first()).toBeVisible();
  await expect(
    page.getByRole('main').getByText('checkout', { exact: false }).first(),
  ).toBeVisible();
});

test('an API shows its definition', async ({ page }) => {
  await open(page, '/catalog/default/api/checkout-api/definition');
  await expect(page.locator('.opblock').first()).toBeVisible();
});

test('search finds an entity', async ({ page }) => {
  await open(page, '/search?query=checkout');
  await expect(
    page.getByRole('link', { name: /checkout/i }).first(),
  ).toBeVisible();
});

test('the command palette opens an entity with the keyboard alone', async ({
  page,
}) => {
  await open(page, '/');
  // The page shows a moment before it listens to keys.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox')).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type('checkout-service');
  await expect(
    page.getByRole('option', { name: /checkout service/i }).first(),
  ).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/checkout-service/);
});

test('docs are rendered', async ({ page }) => {
  await open(page, '/docs/default/component/architecture');
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expect(page.getByText(/catalog is modelled/i).first()).toBeVisible();
});

test('the catalog follows GitHub within seconds, and says how', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, portal.url, '/', OPERATOR);

  // A page of its own, since only the portal's is watched.
  const sandbox = await page.context().newPage();
  await sandbox.goto(
    `${portal.sandboxUrl}/copperbell/load-tests/edit/main/catalog-info.yaml`,
  );
  const content = sandbox.getByLabel('Content');
  await content.fill(
    (
      await content.inputValue()
    ).replace('Rehearses large sales', 'Rehearses big sales'),
  );
  await sandbox.getByRole('button', { name: /commit to main/i }).click();
  await expect(sandbox.getByText('Rehearses big sales').first()).toBeVisible();
  await sandbox.close();
  await expect(async () => {
    await page.goto(`${portal.url}/catalog/default/component/load-tests`);
    await expect(page.getByText('Rehearses big sales').first()).toBeVisible({
      timeout: 3_000,
    });
  }).toPass({ timeout: 15_000 });
  await expect(
    page.getByRole('main').getByText('after the push'),
  ).toBeVisible();

  const rail = page.getByRole('navigation', { name: 'Main' });
  await rail.getByRole('link', { name: 'Connections' }).click();
  const mirror = page.getByRole('region', { name: /^Catalog from GitHub/ });
  await expect(mirror).toContainText('copperbell');
  await expectAccessible({ page, name: 'connections' });

  await rail.getByRole('link', { name: 'Import' }).click();
  await page.getByRole('button', { name: 'Make a plan' }).click();
  await expect(page.getByTestId('status')).toContainText('Planned');
  const repositories = page.getByRole('region', { name: /^Repositories/ });
  for (const name of ['checkout-service', 'load-tests', 'seating-plans']) {
    await expect(repositories).toContainText(`copperbell/${name}`);
  }
  await expectAccessible({ page, name: 'import' });
});

test('the page follows the dark mode of the system', async ({ browser }) => {
  const brightness = async (colorScheme: 'light' | 'dark') => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await signIn(page, portal.url);
    const colour = await page.evaluate(
      () => getComputedStyle(document.body).backgroundColor,
    );
    await context.close();
    const [red, green, blue] = colour.match(/[\d.]+/g)!.map(Number);
    return (red + green + blue) / 3;
  };
  expect(await brightness('light')).toBeGreaterThan(200);
  expect(await brightness('dark')).toBeLessThan(60);
});

test('settings survive a restart, and so does the sign-in', async ({
  page,
}) => {
  await open(page, '/catalog/default/component/checkout-service');
  await page.getByRole('button', { name: /star/i }).click();
  await expect(
    page.getByRole('button', { name: 'Remove star' }).first(),
  ).toBeVisible();

  // An open page would go on asking while the portal is away.
  await page.goto('about:blank');
  const port = Number(new URL(portal.url).port);
  const sandboxPort = Number(new URL(portal.sandboxUrl).port);
  expect(await portal.stop()).toBeLessThan(5_000);
  portal = await startPortal({ data: portal.data, port, sandboxPort });

  // Another browser context: nothing is left over in the page's own storage.
  const context = await page.context().browser()!.newContext();
  const fresh = await context.newPage();
  await signIn(
    fresh,
    portal.url,
    '/catalog/default/component/checkout-service',
  );
  await expect(
    fresh.getByRole('button', { name: 'Remove star' }).first(),
  ).toBeVisible();
  await context.close();
});

test('a second start installs and builds nothing', async () => {
  expect(portal.output()).not.toMatch(/Installing|Building|Collecting/);
});
