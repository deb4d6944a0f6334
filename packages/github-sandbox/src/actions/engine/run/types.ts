import type { PlannedJob } from '../schedule/types';
import type {
  Clock,
  RepositoryFiles,
  RunContexts,
  WorkflowPlan,
} from '../types';

export type StepConclusion = 'success' | 'failure' | 'cancelled' | 'skipped';
export type JobConclusion = StepConclusion;

/** One step of a job, as `GET /repos/{owner}/{repo}/actions/jobs/{job_id}` lists it. */
export interface StepResult {
  /** As GitHub counts: `Set up job` is 1; clean-up steps follow after a gap. */
  number: number;
  name: string;
  status: 'completed';
  conclusion: StepConclusion;
  startedAt: Date;
  completedAt: Date;
  /** Lines with GitHub's timestamps, each ended by a line feed. Secrets are masked. */
  log: string;
}

/** A note that a step made with `::error file=a.ts,line=1::text` and the like. */
export interface Annotation {
  level: 'failure' | 'warning' | 'notice';
  message: string;
  title?: string;
  /** `.github` where the step named no file. */
  path: string;
  startLine: number;
  endLine: number;
  startColumn?: number;
  endColumn?: number;
}

/** What `actions/upload-artifact` kept. Paths are relative to the artifact's root. */
export interface Artifact {
  name: string;
  files: Map<string, Buffer>;
  retentionDays?: number;
}

/** The repository's Actions cache; without one, nothing is ever found. */
export interface CacheStore {
  /** `keys`: the exact key first, then prefixes in order. */
  restore(options: {
    keys: string[];
  }): Promise<{ key: string; files: Map<string, Buffer> } | undefined>;
  save(options: { key: string; files: Map<string, Buffer> }): Promise<void>;
}

/** The outcome of a program that the simulated shell does not have. */
export interface DeclaredCommand {
  exitCode: number;
  /** Written to standard output. */
  output?: string;
}

/** The outcome of an action that the engine does not have. */
export interface DeclaredAction extends DeclaredCommand {
  /** Becomes `steps.<id>.outputs`. */
  outputs?: Record<string, string>;
}

/** What an operator of the sandbox says about programs and actions that cannot run here. */
export interface Declarations {
  /** By the beginning of the command line; the longest wins: `npm`, `npm run build`. */
  commands?: Record<string, DeclaredCommand>;
  /** By `owner/name`, or `owner/name@ref` which wins. */
  actions?: Record<string, DeclaredAction>;
}

/** Told, and waited for, when a step begins and ends: a caller can show it, or let time pass. */
export interface StepProgress {
  number: number;
  name: string;
  status: 'in_progress' | 'completed';
  conclusion?: StepConclusion;
  /** How long such a step plausibly takes on GitHub. The engine itself does not wait. */
  plausibleSeconds: number;
  /** The log so far. */
  log: string;
}

export interface RunJobOptions {
  plan: WorkflowPlan;
  job: PlannedJob;
  /** The completed jobs that this one needs, by id. */
  needs: Record<
    string,
    { result: JobConclusion; outputs: Record<string, string> }
  >;
  contexts: RunContexts;
  /**
   * The repository's files at a ref, branch, tag or SHA; undefined if it does not exist.
   * `repository` is given when `actions/checkout` names another one.
   */
  files: (options: {
    ref: string;
    repository?: string;
  }) => Promise<RepositoryFiles | undefined>;
  clock: Clock;
  /** Cancels: the running step ends, later ones run only if their `if` says so. */
  signal?: AbortSignal;
  declared?: Declarations;
  /** Artifacts that earlier jobs of the run uploaded. */
  artifacts?: Artifact[];
  cache?: CacheStore;
  onStep?: (progress: StepProgress) => void | Promise<void>;
  /** What `sleep` does in a script; by default nothing, at once. */
  sleep?: (milliseconds: number) => Promise<void>;
}

export interface JobResult {
  conclusion: JobConclusion;
  steps: StepResult[];
  outputs: Record<string, string>;
  annotations: Annotation[];
  artifacts: Artifact[];
  /** `environment.url`, evaluated after the last step. */
  environmentUrl?: string;
  /** Markdown that steps wrote to `GITHUB_STEP_SUMMARY`, in order. */
  summary: string;
  startedAt: Date;
  completedAt: Date;
}
