import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { removeRun } from '../runs/removeRun';

/** Removes all runs of a repository, and the records of its workflows. */
export function forgetRuns(options: {
  sandbox: Sandbox;
  repository: Repository;
}): void {
  const { sandbox, repository } = options;
  const { workflowRuns, workflows } = sandbox.state;
  workflowRuns
    .by('repository', repository.id)
    .forEach(run => removeRun({ sandbox, run }));
  workflows
    .by('repository', repository.id)
    .forEach(workflow => workflows.remove(workflow));
}
