import type {
  BuildConclusion,
  BuildStatus,
  Job,
  RunBrief,
} from '@callboard/plugin-github-common';

/** A run as REST and webhooks have it. */
export function toRunBrief(run: any): RunBrief {
  return {
    id: run.id,
    number: run.run_number,
    attempt: run.run_attempt ?? 1,
    workflowId: run.workflow_id,
    workflow: run.name ?? '',
    title: run.display_title ?? firstLine(run.head_commit?.message) ?? '',
    branch: run.head_branch ?? null,
    sha: run.head_sha,
    event: run.event,
    status: run.status as BuildStatus,
    conclusion: (run.conclusion ?? null) as BuildConclusion | null,
    actor: run.triggering_actor?.login ?? run.actor?.login ?? null,
    startedAt: run.run_started_at ?? run.created_at,
    updatedAt: run.updated_at,
    url: run.html_url,
    pulls: (run.pull_requests ?? []).map((pull: any) => pull.number),
  };
}

/** A job as REST and webhooks have it. */
export function toJob(job: any): Job {
  return {
    id: job.id,
    name: job.name,
    status: job.status as BuildStatus,
    conclusion: (job.conclusion ?? null) as BuildConclusion | null,
    startedAt: job.started_at ?? null,
    completedAt: job.completed_at ?? null,
    runner: job.runner_name || null,
    url: job.html_url,
    steps: (job.steps ?? []).map((step: any) => ({
      number: step.number,
      name: step.name,
      status: step.status,
      conclusion: step.conclusion ?? null,
      startedAt: step.started_at ?? null,
      completedAt: step.completed_at ?? null,
    })),
    ...(job.status === 'waiting' && { needsApproval: true }),
  };
}

function firstLine(text: string | undefined): string | undefined {
  return text?.split('\n')[0];
}
