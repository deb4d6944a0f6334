import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { expectToFit } from './support/expectToFit';
import { signIn } from './support/signIn';
import { type Portal, startPortal } from './support/startPortal';
import { untilIngested } from './support/untilIngested';
import { watchPage } from './support/watchPage';

const PAGES = {
  home: '/',
  catalog: '/catalog',
  component: '/catalog/default/component/checkout-service',
  system: '/catalog/default/system/checkout',
  group: '/catalog/default/group/checkout',
  apis: '/api-docs',
  docs: '/docs',
  create: '/create',
  search: '/search?query=checkout',
  settings: '/settings',
};

const VIEWPORTS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

let portal: Portal;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  portal = await startPortal();
  await untilIngested(portal.url);
});

test.afterAll(() => portal?.stop());

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of VIEWPORTS) {
    // The quick run looks once at each width and once at each mode.
    const isQuick = (colorScheme === 'light') === (viewport.width === 1440);
    const title = `pages fit and are legible at ${
      viewport.width
    } px, ${colorScheme}${isQuick ? '' : ' @full'}`;
    test(title, async ({ browser }) => {
      test.setTimeout(180_000);
      const context = await browser.newContext({ colorScheme, viewport });
      const page = await context.newPage();
      const watch = watchPage(page, portal.url);
      await signIn(page, portal.url);

      for (const [name, path] of Object.entries(PAGES)) {
        await page.goto(`${portal.url}${path}`);
        await page.waitForLoadState('networkidle');
        await expectToFit({ page, name });

        const { violations } = await new AxeBuilder({ page })
          .withRules(['color-contrast'])
          .analyze();
        const places = violations.flatMap(({ nodes }) =>
          nodes.map(
            ({ target, failureSummary }) => `${target}: ${failureSummary}`,
          ),
        );
        expect.soft(places, `contrast on ${name}`).toEqual([]);
      }
      watch.expectClean();
      await context.close();
    });
  }
}
