import type { Browser, Page } from 'playwright-core';
import type { RunningPortal } from '../servers/startPortal';
import { countTraffic } from './countTraffic';
import type { KnownComponent } from './findKnownComponent';

/** A link to a component, which every look of the catalog has in each row. */
const ROW = 'a[href*="/catalog/default/component/"]:visible';
const SIGN_IN = /enter|guest|sign in/i;
const GIVE_UP_MS = 90_000;

/** What one visitor experiences, in ms, requests and bytes. */
export interface Visit extends Record<string, number> {
  firstVisitRequests: number;
  firstVisitBytes: number;
  firstVisitMs: number;
  reloadMs: number;
  entityMs: number;
}

/**
 * One person with an empty browser: opens the catalog, signs in as guest, waits for rows; reloads; then opens the page of a
 * component by its address in a new tab.
 */
export async function visitPortal(options: {
  browser: Browser;
  portal: RunningPortal;
  component: KnownComponent;
}): Promise<Visit> {
  const { browser, portal, component } = options;
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
  });
  context.setDefaultTimeout(GIVE_UP_MS);
  try {
    const page = await context.newPage();
    const traffic = await countTraffic(page);

    const firstVisitMs = await time(async () => {
      await page.goto(`${portal.url}${portal.portal.catalogPath}`, {
        waitUntil: 'commit',
      });
      await signIn(page);
      await page.locator(ROW).first().waitFor();
    });
    const { requests, bytes } = await traffic.untilQuiet();

    const reloadMs = await time(async () => {
      await page.reload({ waitUntil: 'commit' });
      await page.locator(ROW).first().waitFor();
    });
    await traffic.untilQuiet();
    await page.close();

    const tab = await context.newPage();
    const entityMs = await time(async () => {
      await tab.goto(
        `${portal.url}/catalog/default/component/${component.name}`,
        {
          waitUntil: 'commit',
        },
      );
      await tab
        .getByText(component.description)
        .filter({ visible: true })
        .first()
        .waitFor();
    });
    return {
      firstVisitRequests: requests,
      firstVisitBytes: bytes,
      firstVisitMs,
      reloadMs,
      entityMs,
    };
  } finally {
    await context.close();
  }
}

/** Presses the button of the sign-in page, if there is one before the first row. */
async function signIn(page: Page) {
  const button = page.getByRole('button', { name: SIGN_IN }).first();
  const row = page.locator(ROW).first();
  await Promise.any([button.waitFor(), row.waitFor()]);
  if (await button.isVisible()) {
    await button.click();
  }
}

async function time(work: () => Promise<void>) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
