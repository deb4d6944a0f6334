import type { WorkflowRun } from '../../core/state';
import { paginate } from '../../http/paginate';
import type { Answer, RepositoryCall, Route } from '../../http/Route';
import { presentRun } from '../present/presentRun';
import { ensureReplayed } from '../replay/ensureReplayed';
import { READ } from './access';
import { matchesCreated } from './matchesCreated';
import { workflowOf } from './subjects';

/** https://docs.github.com/rest/actions/workflow-runs#list-workflow-runs-for-a-repository */
export const listRunsOfRepository: Route = {
  route: 'GET /repos/{owner}/{repo}/actions/runs',
  on: 'repository',
  access: READ,
  async handle(call) {
    await ensureReplayed(call);
    const { sandbox, repository } = call;
    return list(
      call,
      sandbox.state.workflowRuns.by('repository', repository.id),
    );
  },
};

export const listRunsOfWorkflow: Route = {
  route: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
  on: 'repository',
  access: READ,
  async handle(call) {
    const workflow = await workflowOf(call);
    return list(
      call,
      call.sandbox.state.workflowRuns.by('workflow', workflow.id),
    );
  },
};

/** One page, newest first, of those that all filters of the query let through. */
async function list(
  call: RepositoryCall,
  runs: WorkflowRun[],
): Promise<Answer> {
  const { query } = call;
  const { rows, total } = paginate({
    call,
    rows: runs
      .filter(run => isAsked(call, run))
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id - a.id),
  });
  const excludePulls = query.get('exclude_pull_requests') === 'true';
  return {
    body: {
      total_count: total,
      workflow_runs: await Promise.all(
        rows.map(run => presentRun({ ...call, run, excludePulls })),
      ),
    },
    total,
  };
}

function isAsked({ query, sandbox }: RepositoryCall, run: WorkflowRun) {
  const asked = (name: string, ...values: unknown[]) => {
    const value = query.get(name);
    return !value || values.some(one => String(one) === value);
  };
  const actor = query.get('actor')?.toLowerCase();
  const login = sandbox.state.users.get(run.actorId)?.login.toLowerCase();
  return (
    (!actor || login === actor) &&
    asked('branch', run.headBranch) &&
    asked('event', run.event) &&
    asked('status', run.status, run.conclusion) &&
    asked('head_sha', run.headSha) &&
    asked('check_suite_id', run.suiteId) &&
    matchesCreated({ query: query.get('created'), time: run.createdAt })
  );
}
