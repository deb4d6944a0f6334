import { runtimeOf } from '../ActionsRuntime';
import type { Artifact, JobRecord, WorkflowPlan } from '../engine';
import type { RunScope } from '../runs/RunScope';
import { RunExecution } from './RunExecution';

/** Lets a run go on in the background, from its beginning or with jobs of an earlier attempt. */
export function beginExecution(options: {
  scope: RunScope;
  plan: WorkflowPlan;
  kept?: JobRecord[];
  artifacts?: Artifact[];
}): void {
  const { scope, plan, kept = [], artifacts = [] } = options;
  const execution = new RunExecution(scope, plan, kept, artifacts);
  runtimeOf(scope.sandbox).executions.set(scope.run.id, execution);
  execution.begin();
}
