import { actorOf } from '../../access';
import type { WorkflowJob, WorkflowRun } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import type { Answer, RepositoryCall, Route } from '../../http/Route';
import { runtimeOf } from '../ActionsRuntime';
import { rerunRun } from '../runs/rerunRun';
import { WRITE } from './access';
import { jobOf, runOf } from './subjects';

const one = '/repos/{owner}/{repo}/actions/runs/{run_id}';

/** https://docs.github.com/rest/actions/workflow-runs#re-run-a-workflow */
export const rerunWorkflow: Route = {
  route: `POST ${one}/rerun`,
  on: 'repository',
  access: WRITE,
  handle: async call => rerun(call, await runOf(call), 'all'),
};

export const rerunFailedJobs: Route = {
  route: `POST ${one}/rerun-failed-jobs`,
  on: 'repository',
  access: WRITE,
  handle: async call => rerun(call, await runOf(call), 'failed'),
};

export const rerunJob: Route = {
  route: 'POST /repos/{owner}/{repo}/actions/jobs/{job_id}/rerun',
  on: 'repository',
  access: WRITE,
  async handle(call) {
    const job = await jobOf(call);
    const run = call.sandbox.state.workflowRuns.get(job.runId)!;
    return rerun(call, run, job);
  },
};

async function rerun(
  call: RepositoryCall,
  run: WorkflowRun,
  jobs: 'all' | 'failed' | WorkflowJob,
): Promise<Answer> {
  const { sandbox, repository, viewer } = call;
  const actor = actorOf(viewer);
  const result = await rerunRun({ sandbox, repository, run, jobs, actor });
  if (result.outcome === 'refused') {
    throw new GitHubError({ status: 403, message: result.message });
  }
  return { status: 201, body: {} };
}

/** https://docs.github.com/rest/actions/workflow-runs#cancel-a-workflow-run */
export const cancelRun: Route = {
  route: `POST ${one}/cancel`,
  on: 'repository',
  access: WRITE,
  handle: call => cancel(call, false),
};

/** Also jobs whose `if` is `always()` end. */
export const forceCancelRun: Route = {
  route: `POST ${one}/force-cancel`,
  on: 'repository',
  access: WRITE,
  handle: call => cancel(call, true),
};

async function cancel(call: RepositoryCall, force: boolean): Promise<Answer> {
  const run = await runOf(call);
  const execution = runtimeOf(call.sandbox).executions.get(run.id);
  if (!execution) {
    throw new GitHubError({
      status: 409,
      message: 'Cannot cancel a workflow run that is completed.',
    });
  }
  execution.cancel({ force });
  return { status: 202, body: {} };
}

/** Runs for pull requests from forks are not held back here. */
export const approveRun: Route = {
  route: `POST ${one}/approve`,
  on: 'repository',
  access: WRITE,
  async handle(call) {
    await runOf(call);
    throw new GitHubError({
      status: 403,
      message: 'This run is not from a fork pull request',
    });
  },
};
