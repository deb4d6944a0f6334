import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** axe finds nothing wrong with the page's own part. */
export async function expectAccessible(options: {
  page: Page;
  /** How a failure names the page. */
  name: string;
}): Promise<void> {
  const { page, name } = options;
  const { violations } = await new AxeBuilder({ page })
    .include('main')
    .analyze();
  const places = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target}`),
  );
  expect.soft(places, `accessibility of ${name}`).toEqual([]);
}
