import type { WorkflowJob } from '../../core/state';
import type { WorkflowPlan } from '../engine';

/** The jobs of an attempt that do not run again when some do: all but those, and those that depend on them. */
export function jobsToKeep(options: {
  plan: WorkflowPlan;
  jobs: WorkflowJob[];
  again: WorkflowJob[];
}): WorkflowJob[] {
  const { plan, jobs, again } = options;
  const rerun = new Set(again.map(rootOf));
  const dependents = new Set<string>();
  let size = -1;
  while (size < dependents.size) {
    size = dependents.size;
    for (const { id, needs } of plan.workflow.jobs) {
      if (needs.some(need => rerun.has(need) || dependents.has(need))) {
        dependents.add(id);
      }
    }
  }
  return jobs.filter(
    job =>
      !again.includes(job) &&
      !dependents.has(rootOf(job)) &&
      // In a called workflow, what was skipped may have been skipped because of what failed.
      !(rerun.has(rootOf(job)) && job.conclusion === 'skipped'),
  );
}

/** The id of a job in the workflow's own file: of a job of a called workflow, that of the job that calls it. */
function rootOf(job: WorkflowJob): string {
  return (job.plan?.path[0] ?? job.key).replace(/ \(.*$/, '');
}
