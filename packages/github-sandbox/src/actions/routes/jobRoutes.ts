import type { WorkflowJob } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Answer, RepositoryCall, Route } from '../../http/Route';
import { presentJob } from '../present/presentJob';
import { jobsOf } from '../runs/jobsOf';
import { READ } from './access';
import { jobOf, runOf } from './subjects';

/** https://docs.github.com/rest/actions/workflow-jobs#list-jobs-for-a-workflow-run */
export const listJobs: Route = {
  route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs',
  on: 'repository',
  access: READ,
  async handle(call) {
    const { sandbox, query } = call;
    const run = await runOf(call);
    return list(
      call,
      query.get('filter') === 'all'
        ? sandbox.state.workflowJobs.by('run', run.id)
        : jobsOf({ sandbox, run }),
    );
  },
};

export const listJobsOfAttempt: Route = {
  route:
    'GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs',
  on: 'repository',
  access: READ,
  async handle(call) {
    const { sandbox } = call;
    const run = await runOf(call);
    const attempt = Number(call.params.attempt_number);
    if (!(attempt >= 1 && attempt <= run.attempt)) throw notFound();
    return list(call, jobsOf({ sandbox, run, attempt }));
  },
};

export const getJob: Route = {
  route: 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}',
  on: 'repository',
  access: READ,
  async handle(call) {
    return { body: presentJob({ ...call, job: await jobOf(call) }) };
  },
};

function list(call: RepositoryCall, jobs: WorkflowJob[]): Answer {
  const { rows, total } = paginate({
    call,
    rows: jobs.sort((a, b) => a.id - b.id),
  });
  return {
    body: {
      total_count: total,
      jobs: rows.map(job => presentJob({ ...call, job })),
    },
    total,
  };
}
