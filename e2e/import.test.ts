import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { expectToFit } from './support/expectToFit';
import { OPERATOR, operatorPortal } from './support/operatorPortal';
import { signIn } from './support/signIn';
import { watchPage } from './support/watchPage';

const { portal, picture, pictureFile } = operatorPortal({ pictures: 'import' });

async function legible(page: Page, name: string) {
  await expectToFit({ page, name });
  await expectAccessible({ page, name });
  await picture(page, name);
}

test('an operator plans, looks, and opens a pull request @full', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  const watch = watchPage(page, portal().url);
  await signIn(page, portal().url, '/', OPERATOR);
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Import' })
    .click();
  await expect(page.getByText('None yet')).toBeVisible();
  await legible(page, '1-start');

  await page.getByRole('button', { name: 'Make a plan' }).click();
  await expect(page.getByTestId('status')).toContainText('Planned');
  await page.getByRole('button', { name: /^Inferred already/ }).click();
  await page.getByRole('button', { name: /copperbell\/seating-plans/ }).click();
  await expect(
    page.getByRole('region', { name: /^Descriptor of/ }),
  ).toContainText('name: seating-plans');
  await page.getByText('Open pull requests', { exact: true }).click();
  await legible(page, '2-plan');

  for (const [name, width, colorScheme] of [
    ['3-plan-390-dark', 390, 'dark'],
    ['4-plan-390-light', 390, 'light'],
    ['5-plan-1440-dark', 1440, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await legible(page, name);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  // A narrow window has another layout, in which the page begins anew.
  await page.getByText('Open pull requests', { exact: true }).click();

  await page.getByRole('button', { name: /^Propose to 1 repository/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('copperbell/seating-plans');
  await page.screenshot({ path: pictureFile('6-confirm') });
  await dialog.getByRole('button', { name: 'Open pull requests' }).click();
  await expect(page.getByTestId('status')).toContainText('Done', {
    timeout: 60_000,
  });
  await expect(page.getByTestId('outcomes')).toHaveText(
    '1 repository with a pull request',
  );
  await legible(page, '7-done');
  await page.getByRole('button', { name: /^Inferred already/ }).click();
  await page.getByRole('button', { name: /copperbell\/seating-plans/ }).click();
  const [pull] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'pull request' }).click(),
  ]);
  await expect(pull.getByText('Add catalog-info.yaml').first()).toBeVisible();
  watch.expectClean();
  await context.close();
});
