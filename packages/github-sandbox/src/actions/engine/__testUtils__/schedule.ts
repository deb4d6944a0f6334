import { planRuns } from '../plan/planRuns';
import { advanceRun } from '../schedule/advanceRun';
import type { JobRecord, PlannedJob } from '../schedule/types';
import type { WorkflowPlan } from '../types';

/** Enough for expressions of these tests. */
export const contexts = { github: { ref: 'refs/heads/main' } };

/** Plans the first of some workflow files for a push to `main`. */
export async function plan(
  files: Record<string, string>,
): Promise<WorkflowPlan> {
  const [first] = await planRuns({
    event: { name: 'push', ref: 'refs/heads/main', sha: 'abc', payload: {} },
    files: new Map(
      Object.entries(files).map(([name, text]) => [
        `.github/workflows/${name}`,
        Buffer.from(text),
      ]),
    ),
  });
  if (first?.outcome !== 'planned') {
    throw new Error(`Not planned: ${first?.message}`);
  }
  return first;
}

/** A record of a planned job. */
export function record(
  job: PlannedJob,
  status: JobRecord['status'],
  more: Partial<JobRecord> = {},
): JobRecord {
  const { key, path, continueOnError, strategy } = job;
  return { key, path, continueOnError, strategy, status, ...more };
}

/** Keys of planned jobs. */
export const keys = (jobs: PlannedJob[]) => jobs.map(job => job.key);
/** A job of a workflow with some lines of its own. */
export const job = (id: string, ...lines: string[]) =>
  [
    `  ${id}:`,
    '    runs-on: ubuntu-latest',
    ...lines.map(l => `    ${l}`),
    '    steps: [{run: echo}]',
    '',
  ].join('\n');
/** A workflow of such jobs. */
export const workflow = (...jobs: string[]) =>
  `on: push\njobs:\n${jobs.join('')}`;

/** Starts and ends jobs until nothing is left, with the conclusions given. */
export function finish(
  planned: WorkflowPlan,
  conclusions: Record<string, JobRecord['conclusion']> = {},
) {
  let records: JobRecord[] = [];
  for (let round = 0; round < 10; round++) {
    const progress = advanceRun({ plan: planned, contexts, jobs: records });
    records = [
      ...records.filter(({ status }) => status === 'completed'),
      ...progress.skipped.map(skipped =>
        record(skipped, 'completed', { conclusion: 'skipped' }),
      ),
      ...progress.failed.map(failed =>
        record(failed, 'completed', { conclusion: 'failure' }),
      ),
      ...progress.start.map(started =>
        record(started, 'completed', {
          conclusion: conclusions[started.key] ?? 'success',
        }),
      ),
    ];
    if (progress.conclusion) {
      return {
        conclusion: progress.conclusion,
        jobs: Object.fromEntries(
          records.map(({ key, conclusion }) => [key, conclusion]),
        ),
      };
    }
  }
  throw new Error('The run does not end');
}
