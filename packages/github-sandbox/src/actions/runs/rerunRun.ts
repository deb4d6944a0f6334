import type { Sandbox } from '../../core/Sandbox';
import type {
  Repository,
  User,
  WorkflowJob,
  WorkflowRun,
} from '../../core/state';
import { openGit } from '../../repositories/openGit';
import {
  type Artifact,
  planDispatch,
  planRuns,
  type WorkflowEvent,
  type WorkflowPlan,
} from '../engine';
import { beginExecution } from '../execution/beginExecution';
import { jobRecordOf } from '../execution/jobRecordOf';
import { otherFilesFor, workflowFilesAt } from '../workflows/filesAt';
import { scopeOf } from './createRun';
import { jobsOf } from './jobsOf';
import { jobsToKeep } from './jobsToKeep';
import { tell } from './RunScope';

export type RerunOutcome =
  | { outcome: 'started' }
  /** GitHub's text for its 403. */
  | { outcome: 'refused'; message: string };

/** https://docs.github.com/actions/how-tos/manage-workflow-runs/re-run-workflows-and-jobs */
const LATEST_RERUN_MS = 30 * 24 * 60 * 60 * 1000;

/** Begins another attempt of a run: with all jobs, with those that failed, or with one; and what depends on them. */
export async function rerunRun(options: {
  sandbox: Sandbox;
  repository: Repository;
  run: WorkflowRun;
  jobs: 'all' | 'failed' | WorkflowJob;
  actor: User;
}): Promise<RerunOutcome> {
  const { sandbox, repository, run, jobs, actor } = options;
  const refuse = (message: string) => ({
    outcome: 'refused' as const,
    message,
  });
  if (run.status !== 'completed') {
    return refuse('This workflow is already running');
  }
  const age = sandbox.clock.now().getTime() - new Date(run.createdAt).getTime();
  if (age > LATEST_RERUN_MS) {
    return refuse(
      'Unable to retry this workflow run because it was created over a month ago',
    );
  }
  const plan = await planAgain(options);
  const latest = jobsOf({ sandbox, run });
  const again =
    jobs === 'failed'
      ? latest.filter(isFailed)
      : latest.filter(j => j === jobs);
  if (!plan || (jobs !== 'all' && again.length === 0)) {
    return refuse('This workflow run cannot be retried');
  }
  const kept = jobs === 'all' ? [] : jobsToKeep({ plan, jobs: latest, again });
  const artifacts =
    jobs === 'all' ? dropArtifacts(options) : artifactsOf(options);

  run.attempts = [
    ...(run.attempts ?? []),
    {
      attempt: run.attempt,
      triggeringActorId: run.triggeringActorId,
      status: run.status,
      conclusion: run.conclusion,
      startedAt: run.startedAt,
      updatedAt: run.updatedAt,
      keptJobIds: run.keptJobIds ?? [],
    },
  ];
  const now = sandbox.clock.iso();
  Object.assign(run, {
    attempt: run.attempt + 1,
    keptJobIds: kept.map(({ id }) => id),
    triggeringActorId: actor.id,
    status: 'queued',
    conclusion: null,
    problem: null,
    startedAt: now,
    updatedAt: now,
    reviews: [],
    logsDeleted: false,
  });
  const scope = scopeOf({ sandbox, repository, run });
  Object.assign(scope.suite, { status: 'queued', conclusion: null });
  tell(scope, { name: 'workflow_run', action: 'requested', run });
  beginExecution({
    scope,
    plan,
    kept: kept.map(job => jobRecordOf({ job })),
    artifacts,
  });
  return { outcome: 'started' };
}

function isFailed({ conclusion }: WorkflowJob): boolean {
  return conclusion === 'failure' || conclusion === 'cancelled';
}

/** The file of the same commit again; nothing where it was not valid. */
async function planAgain(options: {
  sandbox: Sandbox;
  repository: Repository;
  run: WorkflowRun;
}): Promise<WorkflowPlan | undefined> {
  const { sandbox, run } = options;
  const event = run.payload as unknown as WorkflowEvent;
  const git = await openGit(options);
  const files = await workflowFilesAt({ git, sha: event.sha });
  const otherFiles = otherFilesFor(options);
  const path = sandbox.state.workflows.get(run.workflowId)?.path;
  const plans =
    event.name === 'workflow_dispatch'
      ? [await planDispatch({ event, files, otherFiles })]
      : await planRuns({ event, files, otherFiles });
  return plans.find(
    (plan): plan is WorkflowPlan =>
      plan.outcome === 'planned' && plan.path === path,
  );
}

function artifactsOf(options: {
  sandbox: Sandbox;
  run: WorkflowRun;
}): Artifact[] {
  const { sandbox, run } = options;
  return sandbox.state.artifacts.by('run', run.id).map(({ name, files }) => ({
    name,
    files: new Map(
      Object.entries(files).map(([path, content]) => [
        path,
        Buffer.from(content, 'base64'),
      ]),
    ),
  }));
}

/** The jobs that upload them run again. */
function dropArtifacts(options: {
  sandbox: Sandbox;
  run: WorkflowRun;
}): Artifact[] {
  const { artifacts } = options.sandbox.state;
  artifacts
    .by('run', options.run.id)
    .forEach(artifact => artifacts.remove(artifact));
  return [];
}
