import { parseWorkflowFile } from '../definition/parseWorkflowFile';
import { skipsCi } from '../triggers/skipsCi';
import { startsFor } from '../triggers/startsFor';
import type {
  InvalidWorkflow,
  OtherFiles,
  RepositoryFiles,
  WorkflowEvent,
  WorkflowPlan,
} from '../types';
import { workflowPaths } from './workflowPaths';

export interface PlanRunsOptions {
  /** Any event but `workflow_dispatch`, for which there is `planDispatch`. */
  event: WorkflowEvent;
  /** Files at the event's commit; only those in `.github/workflows` are read. */
  files: RepositoryFiles;
  /** Reads workflows that jobs call in other repositories; without it, there are none. */
  otherFiles?: OtherFiles;
}

/**
 * Says which workflows of a tree start for an event, in the order of their paths.
 *
 * A file that GitHub would refuse yields an `InvalidWorkflow` on every push, whatever its `on:` says, and nothing on
 * other events.
 */
export async function planRuns(
  options: PlanRunsOptions,
): Promise<Array<WorkflowPlan | InvalidWorkflow>> {
  const { event, files, otherFiles } = options;
  if (skipsCi({ event })) {
    return [];
  }
  const plans: Array<WorkflowPlan | InvalidWorkflow> = [];
  for (const path of workflowPaths(files)) {
    const parsed = await parseWorkflowFile({
      path,
      files,
      otherFiles,
      sha: event.sha,
    });
    if (parsed.outcome === 'invalid') {
      if (event.name === 'push') {
        plans.push({ ...parsed, path, name: path, event });
      }
    } else if (startsFor({ on: parsed.workflow.on, event })) {
      const { workflow } = parsed;
      plans.push({
        outcome: 'planned',
        path,
        name: workflow.name,
        event,
        inputs: {},
        workflow,
      });
    }
  }
  return plans;
}
