import type { Sandbox } from '../../core/Sandbox';
import { scopeOf } from './createRun';
import { jobsOf } from './jobsOf';
import { recordJobEnd } from './recordJob';
import { recordRunEnd } from './recordRun';

/** Ends the runs that went on when the sandbox was stopped: what they were doing is gone. */
export function cancelLeftOver(options: { sandbox: Sandbox }): void {
  const { sandbox } = options;
  const { workflowRuns, repositories } = sandbox.state;
  const at = sandbox.clock.iso();
  for (const run of workflowRuns.all()) {
    const repository = repositories.get(run.repositoryId);
    if (run.status === 'completed' || !repository) continue;
    // Those of an interrupted replay are made again.
    if (repository.actions.replay) continue;
    const scope = scopeOf({ sandbox, repository, run });
    for (const job of jobsOf({ sandbox, run })) {
      if (job.status === 'completed') continue;
      job.steps
        .filter(({ status }) => status !== 'completed')
        .forEach(step =>
          Object.assign(step, {
            status: 'completed',
            conclusion: 'cancelled',
            completedAt: at,
          }),
        );
      recordJobEnd({ scope, job, conclusion: 'cancelled', at });
    }
    recordRunEnd({ scope, conclusion: 'cancelled', at });
  }
}
