import { expect } from '@playwright/test';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { signInAtSandbox } from '@callboard/cli/src/testing/signInAtSandbox';

/** The newcomer sees entities appear within seconds; a test wants all of them, and people before it signs in. */
export async function untilIngested(portalUrl: string) {
  const token = await signInAtSandbox({ portalUrl, login: 'lena-fischer' });
  await expect
    .poll(
      async () => {
        const response = await fetch(
          `${portalUrl}/api/catalog/entities/by-query?limit=0`,
          { headers: { authorization: `Bearer ${token}` } },
        );
        return (await response.json()).totalItems;
      },
      { timeout: 90_000, intervals: [500] },
    )
    .toBeGreaterThanOrEqual(95);
}
