import type { Sandbox } from '../../core/Sandbox';
import type { Repository, Workflow } from '../../core/state';
import { openGit } from '../../repositories/openGit';
import { type InvalidWorkflow, planRuns, type WorkflowPlan } from '../engine';
import type { Trigger } from '../triggers/Trigger';
import { otherFilesFor, workflowFilesAt } from '../workflows/filesAt';
import { workflowAt } from '../workflows/workflowAt';

/** A workflow that starts, with its record. */
export interface StartingWorkflow {
  plan: WorkflowPlan | InvalidWorkflow;
  workflow: Workflow;
}

/** The workflows that start for something that happened, without those that are disabled. */
export async function plansFor(options: {
  sandbox: Sandbox;
  repository: Repository;
  trigger: Trigger;
  at: string;
}): Promise<StartingWorkflow[]> {
  const { sandbox, repository, trigger, at } = options;
  const git = await openGit({ sandbox, repository });
  const plans = await planRuns({
    event: trigger.event,
    files: await workflowFilesAt({ git, sha: trigger.event.sha }),
    otherFiles: otherFilesFor(options),
  });
  return plans
    .map(plan => {
      const { path, name } = plan;
      const workflow = workflowAt({ sandbox, repository, path, name, at });
      return { plan, workflow };
    })
    .filter(({ workflow }) => !workflow.state.startsWith('disabled'));
}
