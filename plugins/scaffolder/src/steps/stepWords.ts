import type { ShownStatus } from '@callboard/page-parts';
import type { StepStatus } from '../run/RunState';

/** How a step's status looks, and what it is called. */
export const stepWords: Record<
  StepStatus,
  { look: ShownStatus; word: string }
> = {
  waiting: { look: 'waiting', word: 'Waiting' },
  running: { look: 'running', word: 'Running' },
  done: { look: 'pass', word: 'Done' },
  failed: { look: 'fail', word: 'Failed' },
  skipped: { look: 'off', word: 'Skipped' },
  cancelled: { look: 'warn', word: 'Cancelled' },
};
