import type { JobConclusion } from '../run/types';
import type { JsonObject, RunContexts, WorkflowPlan } from '../types';

/**
 * What the file grants to `GITHUB_TOKEN`: `read-all`, `write-all`, or a level by permission, where those left out are
 * `none`.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions
 */
export type TokenPermissions =
  | 'read-all'
  | 'write-all'
  | Record<string, 'read' | 'write' | 'none'>;

/** A job of a run after its matrix is expanded. Serialisable. */
export interface PlannedJob {
  /** Unique in a run and the same in every attempt: `build`, `build (20, ubuntu-latest)`, `call / test`. */
  key: string;
  /** As GitHub shows it; it differs from the key where the file gives a `name:`. */
  name: string;
  /** The calling jobs with their matrix values, then the id of the job itself: `['call (a)', 'test']`. */
  path: string[];
  /** Empty if the job has no matrix. */
  matrix: JsonObject;
  strategy: {
    failFast: boolean;
    maxParallel: number;
    jobIndex: number;
    jobTotal: number;
  };
  /** Labels of `runs-on`. */
  labels: string[];
  /** Labels that no runner of the sandbox has: the job stays queued for ever. Empty is good. */
  unknownLabels: string[];
  /** `environment:`; its URL is known when the job ends. */
  environment?: { name: string };
  concurrency?: { group: string; cancelInProgress: boolean };
  continueOnError: boolean;
  /** Default 360. */
  timeoutMinutes: number;
  /** `permissions` of the job, or else of its workflow or a calling job; absent: the repository's default. */
  permissions?: TokenPermissions;
  /** `inputs` of the workflow that holds the job. */
  inputs: JsonObject;
}

/** What a caller knows of a job that was planned before. */
export interface JobRecord {
  key: string;
  /** As planned. */
  path: string[];
  status: 'queued' | 'waiting' | 'in_progress' | 'completed';
  /** Given when completed. */
  conclusion?: JobConclusion;
  /** Given when completed. */
  outputs?: Record<string, string>;
  /** As planned. */
  continueOnError: boolean;
  /** As planned. */
  strategy: PlannedJob['strategy'];
}

export interface AdvanceRunOptions {
  plan: WorkflowPlan;
  contexts: RunContexts;
  /** Every job that earlier calls returned, as it stands now. */
  jobs: JobRecord[];
  /** The run was cancelled: only jobs whose `if` says so still start. */
  cancelled?: boolean;
  /** Labels of runners beside GitHub's own that somebody runs here. */
  runnerLabels?: string[];
}

/** What has to happen next in a run. Ask again whenever a job completes. */
export interface RunProgress {
  /** Jobs that may start now, new or recorded as waiting; those with `unknownLabels` stay queued. */
  start: PlannedJob[];
  /** New jobs that `max-parallel` holds back. Record them with the status `waiting`; they come back in `start`. */
  waiting: PlannedJob[];
  /** New jobs that complete at once with the conclusion `skipped`. */
  skipped: PlannedJob[];
  /** Jobs that cannot be planned (an expression fails): they complete at once with `failure`. */
  failed: Array<PlannedJob & { message: string }>;
  /** Keys of recorded jobs that `fail-fast` ends now: conclusion `cancelled`. */
  cancel: string[];
  /** Set when nothing is left to do. */
  conclusion?: 'success' | 'failure' | 'cancelled' | 'skipped';
}
