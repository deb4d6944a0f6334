import type { Job, RunDetail } from '@callboard/plugin-github-common';
import { isUnderWay } from '../../activity/isUnderWay';

export interface RunChoice {
  id: 'all' | 'failed' | 'job' | 'cancel' | 'force';
  title: string;
  /** What happens. */
  words: string;
}

const FAILED = new Set([
  'failure',
  'timed_out',
  'cancelled',
  'startup_failure',
]);
/** After so long a cancelled run that goes on is worth to be ended by force. */
const PATIENCE_MS = 5 * 60_000;

/** What can be done with a run as it stands. Older attempts can only be looked at. */
export function runChoices(options: {
  detail: RunDetail;
  job?: Job;
  now?: Date;
}): RunChoice[] {
  const { detail, job, now = new Date() } = options;
  const { run, jobs, attempts } = detail;
  if (run.attempt < attempts) return [];
  if (isUnderWay(run)) {
    const age = now.getTime() - new Date(run.startedAt).getTime();
    return [
      {
        id: 'cancel',
        title: 'Cancel the run',
        words: 'What has not ended is stopped; steps that always run still do.',
      },
      ...(age > PATIENCE_MS
        ? [
            {
              id: 'force' as const,
              title: 'Cancel by force',
              words:
                'Everything is stopped at once, steps that always run and clean-ups too.',
            },
          ]
        : []),
    ];
  }
  const failed = jobs.filter(({ conclusion }) => FAILED.has(conclusion ?? ''));
  return [
    ...(failed.length > 0 && failed.length < jobs.length
      ? [
          {
            id: 'failed' as const,
            title: 'Re-run failed jobs',
            words: `${failed
              .map(({ name }) => name)
              .join(', ')} and what depends on them run again.`,
          },
        ]
      : []),
    ...(job && jobs.length > 1
      ? [
          {
            id: 'job' as const,
            title: 'Re-run this job',
            words: `${job.name} and what depends on it run again.`,
          },
        ]
      : []),
    {
      id: 'all',
      title: 'Re-run all jobs',
      words: 'Every job runs again.',
    },
  ];
}
