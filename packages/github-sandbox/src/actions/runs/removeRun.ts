import type { Sandbox } from '../../core/Sandbox';
import type { WorkflowRun } from '../../core/state';

/** Removes a run with its jobs, artifacts and checks. */
export function removeRun(options: {
  sandbox: Sandbox;
  run: WorkflowRun;
}): void {
  const { sandbox, run } = options;
  const { workflowRuns, workflowJobs, artifacts, checkRuns, checkSuites } =
    sandbox.state;
  workflowJobs.by('run', run.id).forEach(job => workflowJobs.remove(job));
  artifacts.by('run', run.id).forEach(artifact => artifacts.remove(artifact));
  checkRuns.by('suite', run.suiteId).forEach(one => checkRuns.remove(one));
  const suite = checkSuites.get(run.suiteId);
  if (suite) checkSuites.remove(suite);
  workflowRuns.remove(run);
  sandbox.changed();
}
