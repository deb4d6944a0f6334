/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { newRepository } from '@callboard/github-sandbox/src/core/records/newRepository';
import type { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { repositories } from './repositories';

type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;

/** Gives acme everything that `repositories` names. */
export function createOrganisation({
  sandbox,
  organisation,
  shop,
  url,
}: TestSandbox): void {
  for (const { name, files, isFork, ...values } of repositories({ url })) {
    newRepository({
      sandbox,
      owner: organisation,
      name,
      values: { ...values, ...(isFork && { parentId: shop.id }) },
      seed: async () => ({
        defaultBranch: values.defaultBranch ?? 'main',
        commits: [
          {
            id: 'first',
            message: 'Begin',
            author: {
              name: 'Olivia',
              email: 'olivia@acme.example',
              date: new Date('2026-01-01T12:00:00Z'),
            },
            files,
          },
        ],
      }),
    });
  }
}
