import type { ImportItem } from '@callboard/plugin-github-common';

/** What became of a repository. */
export const outcomeWords: Record<
  NonNullable<ImportItem['outcome']>['status'],
  string
> = {
  registered: 'Registered',
  'pull-request': 'Pull request',
  skipped: 'Skipped',
  failed: 'Failed',
};
