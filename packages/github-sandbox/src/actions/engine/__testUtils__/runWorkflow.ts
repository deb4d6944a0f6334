import { buildGithubContext } from '../contexts/buildGithubContext';
import { planRuns } from '../plan/planRuns';
import { advanceRun } from '../schedule/advanceRun';
import { needsOf } from '../schedule/needsOf';
import type { JobRecord, PlannedJob } from '../schedule/types';
import { runJob } from '../run/runJob';
import type { Artifact, JobResult, RunJobOptions } from '../run/types';
import type { WorkflowEvent } from '../types';

export const PUSH: WorkflowEvent = {
  name: 'push',
  ref: 'refs/heads/main',
  sha: 'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  payload: { head_commit: { message: 'Initial commit' } },
};

export interface RanWorkflow {
  conclusion: string;
  jobs: Record<string, JobResult>;
}

/** Plans the first workflow of some files for a push to `main`, and runs all its jobs. */
export async function runWorkflow(options: {
  workflow: string;
  files?: Record<string, string>;
  secrets?: Record<string, string>;
  vars?: Record<string, string>;
  job?: Partial<RunJobOptions>;
}): Promise<RanWorkflow> {
  const files = new Map(
    Object.entries({
      '.github/workflows/a.yml': options.workflow,
      ...options.files,
    }).map(([path, text]) => [path, Buffer.from(text)]),
  );
  const [plan] = await planRuns({ event: PUSH, files });
  if (plan?.outcome !== 'planned') {
    throw new Error(plan?.message ?? 'Nothing starts');
  }
  const github = buildGithubContext({
    plan,
    repository: 'acme/shop',
    repositoryId: 1,
    repositoryOwnerId: 2,
    actor: 'ada',
    actorId: 3,
    runId: 4,
    runNumber: 5,
    runAttempt: 1,
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    graphqlUrl: 'https://api.github.com/graphql',
    token: 'ghs_sandboxtoken',
  });
  const { secrets, vars } = options;
  const contexts = { github, secrets, vars };
  const records: JobRecord[] = [];
  const artifacts: Artifact[] = [];
  const jobs: Record<string, JobResult> = {};
  const keep = (
    job: PlannedJob,
    result?: JobResult,
    conclusion = result?.conclusion,
  ) =>
    records.push({
      key: job.key,
      path: job.path,
      continueOnError: job.continueOnError,
      strategy: job.strategy,
      status: 'completed',
      conclusion,
      outputs: result?.outputs,
    });
  for (;;) {
    const progress = advanceRun({ plan, contexts, jobs: records });
    progress.skipped.forEach(job => keep(job, undefined, 'skipped'));
    progress.failed.forEach(job => keep(job, undefined, 'failure'));
    if (progress.conclusion) {
      return { conclusion: progress.conclusion, jobs };
    }
    for (const job of progress.start) {
      const result = await runJob({
        plan,
        job,
        needs: needsOf({ plan, job, jobs: records, contexts }),
        contexts,
        files: async ({ repository }) => (repository ? undefined : files),
        clock: { now: () => new Date('2026-11-26T04:58:40.123Z') },
        artifacts: [...artifacts],
        ...options.job,
      });
      artifacts.push(...result.artifacts);
      jobs[job.key] = result;
      keep(job, result);
    }
  }
}

/** The text of a step's log without times and colours. */
export function plainLog(result: JobResult, step: string): string {
  const found = result.steps.find(({ name }) => name === step);
  if (!found) {
    throw new Error(
      `No step '${step}' among ${result.steps.map(({ name }) => name)}`,
    );
  }
  return found.log
    .replace(/^\S+ /gm, '')
    .replaceAll('\u001b[36;1m', '')
    .replaceAll('\u001b[0m', '');
}

/** The steps of a job with their conclusions. */
export function conclusions(result: JobResult): Record<string, string> {
  return Object.fromEntries(
    result.steps.map(({ name, conclusion }) => [name, conclusion]),
  );
}

/** A workflow with one job of some steps. */
export function oneJob(steps: string, job = ''): string {
  return [
    'on: push',
    'jobs:',
    '  job:',
    '    runs-on: ubuntu-latest',
    ...job
      .split('\n')
      .filter(Boolean)
      .map(line => `    ${line}`),
    '    steps:',
    ...steps.split('\n').map(line => `      ${line}`),
    '',
  ].join('\n');
}

/** Runs a workflow with one job of some steps. */
export async function runSteps(
  steps: string,
  options: Omit<Parameters<typeof runWorkflow>[0], 'workflow'> & {
    settings?: string;
  } = {},
) {
  const { conclusion, jobs } = await runWorkflow({
    ...options,
    workflow: oneJob(steps, options.settings),
  });
  return { run: conclusion, job: jobs.job };
}
