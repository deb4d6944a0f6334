import { expect, type Page } from '@playwright/test';

/** Enters the portal as the guest of the trial. */
export async function signIn(page: Page, portalUrl: string, path = '/') {
  await page.goto(`${portalUrl}${path}`);
  await page.getByRole('button', { name: /enter as guest/i }).click();
  await expect(page.getByRole('main')).toBeVisible();
}
