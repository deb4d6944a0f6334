import { ensureReplayed } from '../../actions';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';

/** How a workflow ended, and what its first red step says. */
export interface ReplayedRun {
  workflow: string;
  event: string;
  branch: string | null;
  conclusion: string | null;
  reason: string | undefined;
}

/** Runs the workflows that the past of a seeded repository would have started, in the simulated shell. */
export async function replayedRuns(options: {
  sandbox: Sandbox;
  repository: Repository;
}): Promise<ReplayedRun[]> {
  const { sandbox, repository } = options;
  const { state } = sandbox;
  await ensureReplayed({ sandbox, repository });
  return state.workflowRuns.by('repository', repository.id).map(run => {
    const steps = state.workflowJobs
      .by('run', run.id)
      .flatMap(job => job.steps);
    const red = steps.find(({ conclusion }) => conclusion === 'failure');
    const [, said] = /##\[error\](.*)/.exec(red?.log ?? '') ?? [];
    return {
      workflow: run.name,
      event: run.event,
      branch: run.headBranch,
      conclusion: run.conclusion,
      reason: run.problem ?? said,
    };
  });
}
