import { expect, type Page } from '@playwright/test';

/** Enters the portal as one of the example company's people, by way of the sandbox's own page. */
export async function signIn(
  page: Page,
  portalUrl: string,
  path = '/',
  person = 'lena-fischer',
) {
  await page.goto(`${portalUrl}${path}`);
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: /sign in with/i }).click();
  const sandbox = await opened;
  await sandbox.locator(`button[name="login"][value="${person}"]`).click();
  await expect(
    page.getByRole('button', { name: /sign in with/i }),
  ).toBeHidden();
  // Every page of somebody who is signed in has it.
  await expect(page.getByRole('region', { name: 'Sandbox' })).toBeVisible();
}
