import { combinedResult } from './ResolvedJob';
import { rootScope } from './rootScope';
import { RunWalk } from './RunWalk';
import type { AdvanceRunOptions, RunProgress } from './types';

/**
 * Says which jobs of a run may start, given how the others stand. Changes nothing.
 *
 * Record what it returns (skipped and failed jobs as completed) and ask again whenever a job completes, until there
 * is a conclusion.
 */
export function advanceRun(options: AdvanceRunOptions): RunProgress {
  const { plan, cancelled = false } = options;
  const walk = new RunWalk(options);
  const jobs = [...walk.walk(rootScope(plan)).values()];
  const results = jobs.flatMap(job =>
    job.state === 'completed' ? [job.result] : [],
  );
  if (results.length < jobs.length) {
    return walk.progress;
  }
  return {
    ...walk.progress,
    conclusion: cancelled ? 'cancelled' : combinedResult(results),
  };
}
