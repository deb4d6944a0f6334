import type {
  Artifact,
  CheckConclusion,
  CheckRun,
  CheckState,
  WorkflowJob,
} from '../../core/state';
import { isoSeconds } from '../../core/isoSeconds';
import { fullNameOf } from '../../repositories/fullNameOf';
import type { JobResult, PlannedJob } from '../engine';
import { type RunScope, tell } from './RunScope';

const DAY_MS = 24 * 60 * 60 * 1000;
const USUAL_RETENTION_DAYS = 90;

/** Adds a job and its check run, which have one number. */
export function recordJob(options: {
  scope: RunScope;
  planned: PlannedJob;
  status: Exclude<CheckState, 'completed' | 'in_progress'>;
  at: string;
}): WorkflowJob {
  const { scope, planned, status, at } = options;
  const { sandbox, repository, run, suite, app } = scope;
  const id = sandbox.nextId();
  const { path, continueOnError, strategy } = planned;
  const job = sandbox.state.workflowJobs.insert({
    id,
    runId: run.id,
    repositoryId: repository.id,
    checkRunId: id,
    key: planned.key,
    name: planned.name,
    attempt: run.attempt,
    status,
    conclusion: null,
    labels: planned.labels,
    runnerName: null,
    createdAt: at,
    startedAt: null,
    completedAt: null,
    outputs: {},
    plan: { path, continueOnError, strategy },
    ...(planned.environment && { environment: planned.environment.name }),
    steps: [],
  });
  const checkRun = sandbox.state.checkRuns.insert({
    id,
    repositoryId: repository.id,
    suiteId: suite.id,
    appId: app.id,
    headSha: run.headSha,
    name: planned.name,
    externalId: String(id),
    detailsUrl: `${sandbox.baseUrl}/${fullNameOf(scope)}/actions/runs/${
      run.id
    }/job/${id}`,
    status,
    conclusion: null,
    startedAt: at,
    completedAt: null,
    output: { title: null, summary: null, text: null, annotations: [] },
  });
  tell(scope, { name: 'check_run', action: 'created', checkRun });
  tell(scope, {
    name: 'workflow_job',
    action: status === 'waiting' ? 'waiting' : 'queued',
    job,
  });
  return job;
}

/** Lets a job that waited, or waits now, say so. */
export function recordJobStatus(options: {
  scope: RunScope;
  job: WorkflowJob;
  status: 'queued' | 'waiting';
}): void {
  const { scope, job, status } = options;
  if (job.status === status) return;
  job.status = status;
  checkRunOf(options).status = status;
  tell(scope, { name: 'workflow_job', action: status, job });
}

/** A runner has taken the job. */
export function recordJobStart(options: {
  scope: RunScope;
  job: WorkflowJob;
  at: string;
}): void {
  const { scope, job, at } = options;
  job.status = 'in_progress';
  job.startedAt = at;
  job.runnerName = `GitHub Actions ${job.id}`;
  Object.assign(checkRunOf(options), { status: 'in_progress', startedAt: at });
  tell(scope, { name: 'workflow_job', action: 'in_progress', job });
}

/** Ends a job and its check run. */
export function recordJobEnd(options: {
  scope: RunScope;
  job: WorkflowJob;
  conclusion: CheckConclusion;
  at: string;
  /** Of a job that ran. */
  result?: JobResult;
  /** Why a job failed that did not run. */
  problem?: string;
}): void {
  const { scope, job, conclusion, at, result, problem } = options;
  const checkRun = checkRunOf(options);
  job.startedAt ??= at;
  Object.assign(job, { status: 'completed', conclusion, completedAt: at });
  if (result) addResult(job, checkRun, result);
  if (problem) {
    checkRun.output.annotations.push({
      path: '.github',
      startLine: 1,
      endLine: 1,
      level: 'failure',
      message: problem,
      title: null,
    });
  }
  Object.assign(checkRun, {
    status: 'completed',
    conclusion,
    startedAt: job.startedAt,
    completedAt: at,
  });
  tell(scope, { name: 'check_run', action: 'completed', checkRun });
  tell(scope, { name: 'workflow_job', action: 'completed', job });
}

function addResult(job: WorkflowJob, checkRun: CheckRun, result: JobResult) {
  job.outputs = result.outputs;
  if (result.summary) job.summary = result.summary;
  job.steps = result.steps.map(step => ({
    number: step.number,
    name: step.name,
    status: 'completed',
    conclusion: step.conclusion,
    startedAt: isoSeconds(step.startedAt),
    completedAt: isoSeconds(step.completedAt),
    log: step.log,
  }));
  checkRun.output.annotations.push(
    ...result.annotations.map(annotation => ({
      path: annotation.path,
      startLine: annotation.startLine,
      endLine: annotation.endLine,
      level: annotation.level,
      message: annotation.message,
      title: annotation.title ?? null,
    })),
  );
}

/** Keeps what a job has uploaded. */
export function recordArtifacts(options: {
  scope: RunScope;
  result: JobResult;
  at: Date;
}): Artifact[] {
  const { scope, result, at } = options;
  const { sandbox, repository, run } = scope;
  return result.artifacts.map(({ name, files, retentionDays }) => {
    const { artifacts } = sandbox.state;
    // One with the same name was overwritten.
    artifacts
      .by('run', run.id)
      .filter(artifact => artifact.name === name)
      .forEach(artifact => artifacts.remove(artifact));
    const days =
      retentionDays ?? repository.actions.retentionDays ?? USUAL_RETENTION_DAYS;
    return artifacts.insert({
      id: sandbox.nextId(),
      repositoryId: repository.id,
      runId: run.id,
      name,
      files: Object.fromEntries(
        [...files].map(([path, content]) => [path, content.toString('base64')]),
      ),
      sizeInBytes: [...files.values()].reduce(
        (sum, content) => sum + content.length,
        0,
      ),
      createdAt: isoSeconds(at),
      expiresAt: isoSeconds(new Date(at.getTime() + days * DAY_MS)),
    });
  });
}

function checkRunOf(options: { scope: RunScope; job: WorkflowJob }): CheckRun {
  return options.scope.sandbox.state.checkRuns.get(options.job.checkRunId)!;
}
