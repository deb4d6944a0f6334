import { mergeResults } from './mergeResults';
import type { ResolvedJob } from './ResolvedJob';
import type { JobRecord, PlannedJob, RunProgress } from './types';

/** Starts, holds back or cancels the legs of a job, as `max-parallel` and `fail-fast` say. */
export function advanceLegs(options: {
  legs: PlannedJob[];
  /** Those of this job. */
  records: JobRecord[];
  /** Whether the run was cancelled. */
  cancelled: boolean;
  /** Is added to. */
  progress: RunProgress;
}): ResolvedJob {
  const { legs, records, cancelled, progress } = options;
  const failed = records.some(
    record =>
      record.status === 'completed' &&
      record.conclusion === 'failure' &&
      !record.continueOnError &&
      record.strategy.failFast,
  );
  const stopped = failed || (cancelled && records.length > 0);
  let active = records.filter(
    ({ status }) => status === 'queued' || status === 'in_progress',
  ).length;
  const byKey = new Map(records.map(record => [record.key, record]));
  return mergeResults(
    legs.map(leg => {
      const record = byKey.get(leg.key);
      if (record?.status === 'completed') {
        return resultOf(record);
      }
      if (stopped && record) {
        // A cancelled run cancels its running jobs itself.
        if (failed || record.status === 'waiting') {
          progress.cancel.push(leg.key);
        }
      } else if (stopped) {
        progress.skipped.push(leg);
        return { state: 'completed', result: 'skipped', outputs: {} };
      } else if (!record || record.status === 'waiting') {
        if (active < leg.strategy.maxParallel) {
          progress.start.push(leg);
          active += 1;
        } else if (!record) {
          progress.waiting.push(leg);
        }
      }
      return { state: 'running' };
    }),
  );
}

function resultOf(record: JobRecord): ResolvedJob {
  const conclusion = record.conclusion ?? 'failure';
  return {
    state: 'completed',
    result:
      conclusion === 'failure' && record.continueOnError
        ? 'success'
        : conclusion,
    outputs: record.outputs ?? {},
  };
}
