import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, WorkflowJob } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { repositoryAddress } from '../../issues/present/repositoryAddress';

/** `job` of GitHub's OpenAPI. */
export function presentJob(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  job: WorkflowJob;
}) {
  const { sandbox, job } = options;
  const { api, html } = repositoryAddress(options);
  const run = sandbox.state.workflowRuns.get(job.runId)!;
  const hasRunner = job.runnerName !== null;
  return {
    id: job.id,
    run_id: job.runId,
    workflow_name: run.name,
    head_branch: run.headBranch,
    run_url: `${api}/actions/runs/${job.runId}`,
    run_attempt: job.attempt,
    node_id: nodeId({ type: 'CheckRun', id: job.id }),
    head_sha: run.headSha,
    url: `${api}/actions/jobs/${job.id}`,
    html_url: `${html}/actions/runs/${job.runId}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion as Exclude<
      typeof job.conclusion,
      'startup_failure' | 'stale'
    >,
    created_at: job.createdAt,
    started_at: job.startedAt ?? job.createdAt,
    completed_at: job.completedAt,
    name: job.name,
    steps: job.steps.map(step => ({
      name: step.name,
      status: step.status as 'queued' | 'in_progress' | 'completed',
      conclusion: step.conclusion,
      number: step.number,
      started_at: step.startedAt,
      completed_at: step.completedAt,
    })),
    check_run_url: `${api}/check-runs/${job.checkRunId}`,
    labels: job.labels,
    runner_id: hasRunner ? job.id : null,
    runner_name: job.runnerName,
    runner_group_id: hasRunner ? 0 : null,
    runner_group_name: hasRunner ? 'GitHub Actions' : null,
  };
}
