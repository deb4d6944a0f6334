import { isoSeconds } from '../../core/isoSeconds';
import {
  advanceRun,
  type Artifact,
  type PlannedJob,
  runTitle,
  type WorkflowPlan,
} from '../engine';
import { contextsFor } from '../execution/contextsFor';
import { jobRecordOf } from '../execution/jobRecordOf';
import { runPlannedJob } from '../execution/runPlannedJob';
import { ensureEnvironment } from '../../core/records/ensureEnvironment';
import {
  recordArtifacts,
  recordJob,
  recordJobEnd,
  recordJobStart,
} from '../runs/recordJob';
import { recordRunEnd } from '../runs/recordRun';
import type { RunScope } from '../runs/RunScope';
import { PastClock } from './PastClock';

/** How long a job waits for a runner. */
const QUEUE_SECONDS = 4;

/**
 * Executes a run of the past to its end: jobs one after the other, with times as if those that can had run together, and steps that take as
 * long as such steps plausibly do. Rules of environments are taken as passed. A job that no runner takes leaves the run queued.
 */
export async function executePast(options: {
  scope: RunScope;
  plan: WorkflowPlan;
}): Promise<void> {
  const { scope, plan } = options;
  const { sandbox, run } = scope;
  const contexts = contextsFor({ scope, plan });
  run.title = runTitle({ plan, contexts });
  const begin = new Date(run.createdAt);
  const artifacts: Artifact[] = [];
  const jobs = () => sandbox.state.workflowJobs.by('run', run.id);
  const records = () => jobs().map(job => jobRecordOf({ job }));
  const lastEnd = (accept: (path: string[]) => boolean) =>
    new Date(
      Math.max(
        begin.getTime(),
        ...jobs()
          .filter(job => job.completedAt && accept(job.plan?.path ?? []))
          .map(job => new Date(job.completedAt!).getTime()),
      ),
    );
  const add = (planned: PlannedJob, at: Date) =>
    recordJob({ scope, planned, status: 'queued', at: isoSeconds(at) });

  async function execute(planned: PlannedJob) {
    const needs = plan.workflow.jobs.find(
      ({ id }) => id === planned.path[0],
    )?.needs;
    const queuedAt = lastEnd(path =>
      planned.path.length > 1
        ? path[0] !== planned.path[0] || path.length > 1
        : needs?.includes(path[0].replace(/ \(.*$/, '')) ?? false,
    );
    const clock = new PastClock(queuedAt, sandbox.clock);
    const job = add(planned, queuedAt);
    if (planned.unknownLabels.length > 0) return;
    clock.pass(QUEUE_SECONDS);
    recordJobStart({ scope, job, at: isoSeconds(clock.now()) });
    const { environment } = planned;
    const result = await runPlannedJob({
      scope,
      plan,
      planned,
      records: records(),
      environment:
        environment && ensureEnvironment({ ...scope, ...environment }),
      artifacts,
      clock,
      async onStep({ status, plausibleSeconds }) {
        if (status === 'completed') clock.pass(plausibleSeconds);
      },
      sleep: async milliseconds => clock.pass(milliseconds / 1000),
    });
    artifacts.push(...result.artifacts);
    recordArtifacts({ scope, result, at: clock.now() });
    const { conclusion } = result;
    const at = isoSeconds(clock.now());
    recordJobEnd({ scope, job, conclusion, at, result });
  }

  for (;;) {
    const progress = advanceRun({ plan, contexts, jobs: records() });
    const now = lastEnd(() => true);
    const at = isoSeconds(now);
    for (const planned of progress.skipped) {
      const job = add(planned, now);
      recordJobEnd({ scope, job, conclusion: 'skipped', at });
    }
    for (const planned of progress.failed) {
      const job = add(planned, now);
      const { message: problem } = planned;
      recordJobEnd({ scope, job, conclusion: 'failure', at, problem });
    }
    if (progress.conclusion) {
      recordRunEnd({ scope, conclusion: progress.conclusion, at });
      return;
    }
    if (progress.start.length === 0) return;
    for (const planned of progress.start) await execute(planned);
  }
}
