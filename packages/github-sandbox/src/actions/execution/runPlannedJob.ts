import type { Environment } from '../../core/state';
import { issueJobToken } from '../app/issueJobToken';
import { tokenPermissions } from '../app/tokenPermissions';
import { newSecret } from '../../access/newSecret';
import { revokeToken } from '../../access/revokeToken';
import { cacheStoreFor } from '../caches/cacheStoreFor';
import {
  type Artifact,
  type JobRecord,
  type JobResult,
  needsOf,
  type PlannedJob,
  runJob,
  type RunJobOptions,
  type WorkflowPlan,
} from '../engine';
import type { RunScope } from '../runs/RunScope';
import { declarationsFor } from '../settings/declarationsFor';
import { filesAt, otherFilesFor } from '../workflows/filesAt';
import { contextsFor, isFromFork } from './contextsFor';

/** Runs a job of a run in the simulated shell, with a token of its own that ends with it. */
export async function runPlannedJob(options: {
  scope: RunScope;
  plan: WorkflowPlan;
  planned: PlannedJob;
  /** How the jobs of the run stand. */
  records: JobRecord[];
  environment?: Environment;
  artifacts: Artifact[];
  /** What the job takes for the time. */
  clock: RunJobOptions['clock'];
  signal?: AbortSignal;
  onStep?: RunJobOptions['onStep'];
  sleep: RunJobOptions['sleep'];
}): Promise<JobResult> {
  const { scope, plan, planned, records, environment } = options;
  const { sandbox, repository, live } = scope;
  const permissions = tokenPermissions({
    written: planned.permissions,
    standard: repository.actions.defaultWorkflowPermissions,
    fromFork: isFromFork(scope),
  });
  // A job of the past needs a text to hide in its log, and no token that works.
  const issued = live
    ? issueJobToken({ sandbox, repository, permissions })
    : { secret: newSecret('installation'), token: undefined };
  const contexts = contextsFor({
    scope,
    plan,
    environment,
    token: issued.secret,
  });
  const others = otherFilesFor({ sandbox, repository });
  try {
    return await runJob({
      plan,
      job: planned,
      needs: needsOf({ plan, job: planned, jobs: records, contexts }),
      contexts,
      files: ({ ref, repository: other }) =>
        other
          ? others({ repository: other, ref })
          : filesAt({ sandbox, repository, ref }),
      clock: options.clock,
      signal: options.signal,
      declared: declarationsFor({ sandbox, repository }),
      artifacts: [...options.artifacts],
      cache: cacheStoreFor(scope),
      onStep: options.onStep,
      sleep: options.sleep,
    });
  } finally {
    if (issued.token) revokeToken({ sandbox, token: issued.token });
  }
}
