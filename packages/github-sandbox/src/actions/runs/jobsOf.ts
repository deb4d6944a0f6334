import type { Sandbox } from '../../core/Sandbox';
import type { WorkflowJob, WorkflowRun } from '../../core/state';

/** The jobs of an attempt of a run: its own, and those of earlier attempts that it did not run again. In the order in which they were made. */
export function jobsOf(options: {
  sandbox: Sandbox;
  run: WorkflowRun;
  /** Default: the current one. */
  attempt?: number;
}): WorkflowJob[] {
  const { sandbox, run, attempt = run.attempt } = options;
  const kept = new Set(
    attempt === run.attempt
      ? run.keptJobIds
      : run.attempts?.find(one => one.attempt === attempt)?.keptJobIds,
  );
  return sandbox.state.workflowJobs
    .by('run', run.id)
    .filter(job => job.attempt === attempt || kept.has(job.id));
}
