import type { WorkflowRun } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import type { Answer, RepositoryCall, Route } from '../../http/Route';
import { addressOf } from '../addresses/addressOf';
import { READ, WRITE } from './access';
import { jobOf, runOf } from './subjects';

const one = '/repos/{owner}/{repo}/actions/runs/{run_id}';

/** https://docs.github.com/rest/actions/workflow-jobs#download-job-logs-for-a-workflow-run */
export const getJobLog: Route = {
  route: 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs',
  on: 'repository',
  access: READ,
  async handle(call) {
    refuseAnonymous(call);
    const job = await jobOf(call);
    const run = call.sandbox.state.workflowRuns.get(job.runId)!;
    if (job.status !== 'completed' || run.logsDeleted) throw notFound();
    return redirect(call, `jobs/${job.id}/log.txt`);
  },
};

export const getRunLogs: Route = {
  route: `GET ${one}/logs`,
  on: 'repository',
  access: READ,
  async handle(call) {
    refuseAnonymous(call);
    const run = await runOf(call);
    return runLogs(call, run, run.attempt);
  },
};

export const getAttemptLogs: Route = {
  route: `GET ${one}/attempts/{attempt_number}/logs`,
  on: 'repository',
  access: READ,
  async handle(call) {
    refuseAnonymous(call);
    const run = await runOf(call);
    const attempt = Number(call.params.attempt_number);
    if (!(attempt >= 1 && attempt <= run.attempt)) throw notFound();
    return runLogs(call, run, attempt);
  },
};

export const deleteRunLogs: Route = {
  route: `DELETE ${one}/logs`,
  on: 'repository',
  access: WRITE,
  async handle(call) {
    const { sandbox } = call;
    const run = await runOf(call);
    if (run.status !== 'completed') {
      throw new GitHubError({
        status: 403,
        message:
          'The logs of a workflow run that is in progress cannot be deleted.',
      });
    }
    run.logsDeleted = true;
    for (const job of sandbox.state.workflowJobs.by('run', run.id)) {
      job.steps.forEach(step => Object.assign(step, { log: '' }));
    }
    return { status: 204 };
  },
};

function runLogs(
  call: RepositoryCall,
  run: WorkflowRun,
  attempt: number,
): Answer {
  const isOver = attempt < run.attempt || run.status === 'completed';
  if (!isOver || run.logsDeleted) throw notFound();
  return redirect(call, `runs/${run.id}/${attempt}/logs.zip`);
}

function redirect({ sandbox }: RepositoryCall, path: string): Answer {
  const location = addressOf({ sandbox, path });
  return { status: 302, headers: { location } };
}

/** Runs of a public repository are public, their logs are not. */
function refuseAnonymous({ viewer }: RepositoryCall): void {
  if (viewer.kind === 'anonymous') {
    throw new GitHubError({
      status: 403,
      message: 'Must have admin rights to Repository.',
    });
  }
}
