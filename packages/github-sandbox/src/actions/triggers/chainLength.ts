import type { Sandbox } from '../../core/Sandbox';
import type { WorkflowRun } from '../../core/state';
import type { WorkflowEvent } from '../engine';

/** How many runs stand before this one, each started by `workflow_run` of the one before. */
export function chainLength(options: {
  sandbox: Sandbox;
  run: WorkflowRun;
}): number {
  const { sandbox, run } = options;
  if (run.event !== 'workflow_run') return 0;
  const { payload } = run.payload as unknown as WorkflowEvent;
  const { id } = payload.workflow_run as { id: number };
  const before = sandbox.state.workflowRuns.get(id);
  return 1 + (before ? chainLength({ sandbox, run: before }) : 0);
}
