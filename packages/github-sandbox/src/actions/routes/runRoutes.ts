import { GitHubError, notFound } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { presentRun } from '../present/presentRun';
import { billableOf } from '../runs/billableOf';
import { jobsOf } from '../runs/jobsOf';
import { removeRun } from '../runs/removeRun';
import { READ, WRITE } from './access';
import { runOf } from './subjects';

const one = '/repos/{owner}/{repo}/actions/runs/{run_id}';

export const getRun: Route = {
  route: `GET ${one}`,
  on: 'repository',
  access: READ,
  async handle(call) {
    const run = await runOf(call);
    const excludePulls = call.query.get('exclude_pull_requests') === 'true';
    return { body: await presentRun({ ...call, run, excludePulls }) };
  },
};

export const getRunAttempt: Route = {
  route: `GET ${one}/attempts/{attempt_number}`,
  on: 'repository',
  access: READ,
  async handle(call) {
    const run = await runOf(call);
    const number = Number(call.params.attempt_number);
    const earlier = run.attempts?.find(({ attempt }) => attempt === number);
    if (!earlier && number !== run.attempt) throw notFound();
    return { body: await presentRun({ ...call, run, attempt: earlier }) };
  },
};

export const deleteRun: Route = {
  route: `DELETE ${one}`,
  on: 'repository',
  access: WRITE,
  async handle(call) {
    const run = await runOf(call);
    if (run.status !== 'completed') {
      throw new GitHubError({
        status: 403,
        message: 'Could not delete the workflow run',
      });
    }
    removeRun({ ...call, run });
    return { status: 204 };
  },
};

export const getRunUsage: Route = {
  route: `GET ${one}/timing`,
  on: 'repository',
  access: READ,
  async handle(call) {
    const { sandbox, repository } = call;
    const run = await runOf(call);
    const jobs = jobsOf({ sandbox, run });
    return {
      body: {
        billable: billableOf({ repository, jobs }),
        ...(run.status === 'completed' && {
          run_duration_ms:
            new Date(run.updatedAt).getTime() -
            new Date(run.startedAt).getTime(),
        }),
      },
    };
  },
};
