import { presentPullsAt } from '../../checks/present/presentPullsAt';
import { presentSimpleCommit } from '../../checks/present/presentSimpleCommit';
import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type {
  Repository,
  WorkflowRun,
  WorkflowRunAttempt,
} from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentPerson } from '../../issues/present/presentPerson';
import { repositoryAddress } from '../../issues/present/repositoryAddress';
import { openGit } from '../../repositories/openGit';
import { presentRepository } from '../../repositories/present/presentRepository';

/** `workflow-run` of GitHub's OpenAPI, of its current attempt or of an earlier one. The commit is read from git. */
export async function presentRun(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  run: WorkflowRun;
  /** An earlier attempt. */
  attempt?: WorkflowRunAttempt;
  excludePulls?: boolean;
}) {
  const { sandbox, urls, repository, run, excludePulls = false } = options;
  // As they are at this moment: reading git takes a while.
  const standing = { ...(options.attempt ?? run) };
  const { api, html } = repositoryAddress(options);
  const url = `${api}/actions/runs/${run.id}`;
  const attemptUrl = (attempt: number) => `${url}/attempts/${attempt}`;
  const workflow = sandbox.state.workflows.get(run.workflowId);
  const git = await openGit({ sandbox, repository });
  const commit = await git.readCommit({ sha: run.headSha });
  const head = headRepository(options);
  const place = options.attempt ? attemptUrl(standing.attempt) : url;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId({ type: 'WorkflowRun', id: run.id }),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: workflow?.path ?? '',
    display_title: run.title,
    run_number: run.runNumber,
    event: run.event,
    status: standing.status,
    conclusion: standing.conclusion,
    workflow_id: run.workflowId,
    check_suite_id: run.suiteId,
    check_suite_node_id: nodeId({ type: 'CheckSuite', id: run.suiteId }),
    url,
    html_url: `${html}/actions/runs/${run.id}${
      options.attempt ? `/attempts/${standing.attempt}` : ''
    }`,
    pull_requests: excludePulls
      ? []
      : presentPullsAt({ sandbox, urls, repository, sha: run.headSha }),
    created_at: run.createdAt,
    updated_at: standing.updatedAt,
    actor: presentPerson({ sandbox, urls, id: run.actorId })!,
    run_attempt: standing.attempt,
    referenced_workflows: [],
    run_started_at: standing.startedAt,
    triggering_actor: presentPerson({
      sandbox,
      urls,
      id: standing.triggeringActorId,
    })!,
    jobs_url: `${place}/jobs`,
    logs_url: `${place}/logs`,
    check_suite_url: `${api}/check-suites/${run.suiteId}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url:
      standing.attempt > 1 ? attemptUrl(standing.attempt - 1) : null,
    workflow_url: `${api}/actions/workflows/${run.workflowId}`,
    head_commit: commit ? presentSimpleCommit(commit) : null,
    repository: presentRepository({ sandbox, urls, repository }),
    head_repository: presentRepository({ sandbox, urls, repository: head }),
  };
}

/** GitHub has none where a fork is gone; its description demands one. */
function headRepository(options: {
  sandbox: Sandbox;
  repository: Repository;
  run: WorkflowRun;
}): Repository {
  const { sandbox, repository, run } = options;
  return (
    sandbox.state.repositories.get(run.headRepositoryId ?? repository.id) ??
    repository
  );
}
