import { expect, test } from '@playwright/test';
import { signIn } from './support/signIn';
import { type Portal, startPortal } from './support/startPortal';
import { untilIngested } from './support/untilIngested';

let portal: Portal;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await startPortal();
  await untilIngested(portal.url);
});

test.afterAll(() => portal?.stop());

test('a template makes a repository that is in the catalog and has run its workflows @full', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, portal.url, '/create/templates/default/new-service');
  await page.getByLabel('Service name').fill('door-times');
  await page.getByLabel('What is it for?').fill('When doors open.');
  await page.getByLabel('Owner').fill('checkout');
  await page
    .getByRole('option', { name: /checkout/i })
    .first()
    .click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Repository').last().fill('door-times');
  // The field takes its value over when it is left, a moment later.
  await page.keyboard.press('Tab');
  await expect(async () => {
    await page.getByRole('button', { name: 'Review' }).click();
    await expect(page.getByRole('button', { name: 'Create' })).toBeVisible({
      timeout: 2_000,
    });
  }).toPass({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(
    page.getByRole('link', { name: /open.*catalog/i }).first(),
  ).toBeVisible({ timeout: 60_000 });

  // The template names github.com; the repository is in the sandbox, where a member sees it.
  const links = page.getByRole('link', { name: /repository/i });
  await page.goto((await links.first().getAttribute('href'))!);
  await expect(page).toHaveURL(`${portal.sandboxUrl}/copperbell/door-times`);
  await expect(
    page.getByRole('link', { name: 'catalog-info.yaml' }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Actions' }).click();
  // Its steps take their time, so that a running build is seen.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText('success').first()).toBeVisible({
      timeout: 1_000,
    });
  }).toPass({ timeout: 60_000 });

  await page.goto(`${portal.url}/catalog/default/component/door-times`);
  await expect(page.getByText('When doors open.').first()).toBeVisible();
});
