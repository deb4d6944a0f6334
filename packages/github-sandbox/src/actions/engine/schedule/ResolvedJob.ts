import type { JobConclusion } from '../run/types';
import type { JsonObject } from '../types';

/** A job of a workflow as the jobs that need it see it: all its legs together. */
export type ResolvedJob =
  | { state: 'pending' | 'running' }
  | {
      state: 'completed';
      /** A failed job with `continue-on-error` counts as a success. */
      result: JobConclusion;
      outputs: Record<string, string>;
    };

/** The result of several legs or jobs together. */
export function combinedResult(results: JobConclusion[]): JobConclusion {
  if (results.includes('failure')) {
    return 'failure';
  }
  if (results.includes('cancelled')) {
    return 'cancelled';
  }
  return results.every(result => result === 'skipped') ? 'skipped' : 'success';
}

/** The `needs` context, or `jobs`, from resolved jobs; those that are not completed are left out. */
export function resultsContext(
  jobs: Iterable<[string, ResolvedJob | undefined]>,
): JsonObject {
  return Object.fromEntries(
    [...jobs].flatMap(([id, job]) =>
      job?.state === 'completed'
        ? [[id, { result: job.result, outputs: job.outputs }]]
        : [],
    ),
  );
}
