import type { ScaffolderTask } from '@backstage/plugin-scaffolder-common';
import type { ShownStatus } from '@callboard/page-parts';

/** How the status of a run looks, and what it is called. */
export const statusWords: Record<
  ScaffolderTask['status'],
  { look: ShownStatus; word: string }
> = {
  open: { look: 'waiting', word: 'Waiting to begin' },
  processing: { look: 'running', word: 'Running' },
  completed: { look: 'pass', word: 'Done' },
  failed: { look: 'fail', word: 'Failed' },
  cancelled: { look: 'warn', word: 'Cancelled' },
  skipped: { look: 'off', word: 'Skipped' },
};
