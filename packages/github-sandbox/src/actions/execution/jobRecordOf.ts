import type { WorkflowJob } from '../../core/state';
import type { JobRecord } from '../engine';

/** A job as the engine knows it. */
export function jobRecordOf(options: {
  job: WorkflowJob;
  /** It is held back by `max-parallel`. */
  isHeld?: boolean;
}): JobRecord {
  const { job, isHeld } = options;
  const {
    path = [job.key],
    continueOnError = false,
    strategy = { failFast: true, maxParallel: 1, jobIndex: 0, jobTotal: 1 },
  } = job.plan ?? {};
  return {
    key: job.key,
    path,
    continueOnError,
    strategy,
    ...(job.status === 'completed'
      ? {
          status: 'completed',
          conclusion: job.conclusion as JobRecord['conclusion'],
          outputs: job.outputs,
        }
      : {
          status: runningStatus(job, isHeld),
        }),
  };
}

function runningStatus(job: WorkflowJob, isHeld = false) {
  if (isHeld) return 'waiting';
  return job.status === 'in_progress' ? 'in_progress' : 'queued';
}
