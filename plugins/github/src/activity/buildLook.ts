import type { ShownStatus } from '@callboard/page-parts';

const BY_CONCLUSION: Record<string, [ShownStatus, string]> = {
  success: ['pass', 'Succeeded'],
  failure: ['fail', 'Failed'],
  timed_out: ['fail', 'Timed out'],
  startup_failure: ['fail', 'Could not start'],
  action_required: ['warn', 'Needs somebody'],
  cancelled: ['off', 'Cancelled'],
  skipped: ['off', 'Skipped'],
  neutral: ['off', 'Neutral'],
  stale: ['off', 'Stale'],
};

const BY_STATUS: Record<string, [ShownStatus, string]> = {
  in_progress: ['running', 'Running'],
  queued: ['waiting', 'Queued'],
  requested: ['waiting', 'Requested'],
  pending: ['waiting', 'Pending'],
  waiting: ['warn', 'Waits for an approval'],
};

/** How a run, a job or a step is shown: an icon and a word. What GitHub adds later is shown by its own word. */
export function buildLook(build: {
  status: string;
  conclusion: string | null;
}): { status: ShownStatus; word: string } {
  const { status, conclusion } = build;
  const name = status === 'completed' ? conclusion ?? 'neutral' : status;
  const table = status === 'completed' ? BY_CONCLUSION : BY_STATUS;
  const [shown, word] = Object.hasOwn(table, name)
    ? table[name]
    : (['off', name.replace(/_/g, ' ')] as const);
  return { status: shown, word };
}
