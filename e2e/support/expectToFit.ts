import { expect, type Page } from '@playwright/test';

/** Nothing of the page is wider than the window. */
export async function expectToFit(options: {
  page: Page;
  /** How a failure names the page. */
  name: string;
}): Promise<void> {
  const { page, name } = options;
  const overflow = await page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
}
