import type { WorkflowDefinition } from './definition/WorkflowDefinition';

/**
 * The contract of the Actions engine.
 *
 * The engine is pure but for the simulated shell: it stores nothing, knows no routes and reads no
 * host clock. A caller plans runs for an event, asks which jobs of a run may start, runs each
 * job, and feeds the results back.
 */
export type { TemplateNode } from './template/TemplateNode';
export type {
  JobDefinition,
  StepDefinition,
  WorkflowDefinition,
  WorkflowTriggers,
} from './definition/WorkflowDefinition';
export type {
  AdvanceRunOptions,
  JobRecord,
  PlannedJob,
  RunProgress,
  TokenPermissions,
} from './schedule/types';
export type {
  Annotation,
  Artifact,
  CacheStore,
  DeclaredAction,
  DeclaredCommand,
  Declarations,
  JobConclusion,
  JobResult,
  RunJobOptions,
  StepConclusion,
  StepProgress,
  StepResult,
} from './run/types';

/** A value that JSON can hold. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | JsonValue[]
  | JsonObject;

/** A JSON object. */
export interface JsonObject {
  [key: string]: JsonValue;
}

/** Where the engine reads the time. Nothing in the engine waits. */
export interface Clock {
  now(): Date;
}

/**
 * The files of a repository at one commit: path without leading slash to content.
 */
export type RepositoryFiles = ReadonlyMap<string, Buffer>;

/**
 * Reads the files of another repository of the sandbox at a ref; undefined if it is not there or not to be seen.
 * `repository` is `owner/name`.
 */
export type OtherFiles = (options: {
  repository: string;
  ref: string;
}) => Promise<RepositoryFiles | undefined>;

/**
 * Something that may start workflows.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export interface WorkflowEvent {
  /** GitHub's name: `push`, `pull_request`, `workflow_dispatch`, `schedule`, `release`, ... */
  name: string;
  /** The activity type: `opened`, `published`, ...; for `repository_dispatch` its `event_type`. */
  action?: string;
  /** The full ref of the run: `refs/heads/main`, `refs/tags/v1`, `refs/pull/7/merge`. */
  ref: string;
  /** The commit of the run. */
  sha: string;
  /** Pull requests: the name of the base branch. */
  baseRef?: string;
  /** Pull requests: the name of the head branch. */
  headRef?: string;
  /** Paths that the event changed. Absent: not known (new branch, too many), and every path filter matches. */
  changedFiles?: readonly string[];
  /** The head commit's message, for `[skip ci]`. */
  message?: string;
  /** `workflow_dispatch`: what the caller gave, not yet checked. */
  inputs?: JsonObject;
  /** `workflow_dispatch`: only the workflow with this path is meant. */
  workflowPath?: string;
  /** `schedule`: the cron line that is due. */
  cron?: string;
  /** `workflow_run`: the run that triggers. */
  workflowRun?: { name: string; headBranch: string };
  /** The webhook payload, which becomes `github.event`. */
  payload: JsonObject;
}

/** A run that shall start. Serialisable: a caller may store it and go on later. */
export interface WorkflowPlan {
  outcome: 'planned';
  /** Of the workflow file: `.github/workflows/ci.yml`. */
  path: string;
  /** `name:` of the file, or its path. */
  name: string;
  event: WorkflowEvent;
  /** The checked `workflow_dispatch` inputs with their defaults; empty for other events. */
  inputs: JsonObject;
  workflow: WorkflowDefinition;
}

/** One thing that is wrong with a workflow file. */
export interface WorkflowFileError {
  /** As GitHub words it: `(Line: 5, Col: 9): Unexpected value 'rn'`. */
  message: string;
  /** One-based. */
  line?: number;
  /** One-based. */
  column?: number;
}

/** A workflow file that GitHub would refuse. It gets a run with the conclusion `failure` and no jobs. */
export interface InvalidWorkflow {
  outcome: 'invalid';
  path: string;
  /** The path: GitHub shows it instead of the name. */
  name: string;
  event: WorkflowEvent;
  /** `Invalid workflow file: .github/workflows/ci.yml#L5` */
  title: string;
  /** `The workflow is not valid. .github/workflows/ci.yml (Line: 5, Col: 9): Unexpected value 'rn'` */
  message: string;
  errors: WorkflowFileError[];
}

/**
 * A `workflow_dispatch` that GitHub would answer with 422 and this message.
 */
export interface UnprocessableDispatch {
  outcome: 'unprocessable';
  path: string;
  message: string;
}

/** What expressions may read, beside what the engine knows itself. */
export interface RunContexts {
  /** The `github` context; `buildGithubContext` makes one. `github.token` is masked in logs. */
  github: JsonObject;
  /** Configuration variables. */
  vars?: Record<string, string>;
  /** Secrets: masked in logs as `***`. */
  secrets?: Record<string, string>;
}
