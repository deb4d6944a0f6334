/** As GitHub has it; a status that it adds later arrives as it is. */
export type BuildStatus =
  | 'queued'
  | 'in_progress'
  | 'completed'
  | 'waiting'
  | 'requested'
  | 'pending';

/** Of what is completed, else null. */
export type BuildConclusion =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'skipped'
  | 'neutral'
  | 'timed_out'
  | 'action_required'
  | 'stale'
  | 'startup_failure';

export interface RunBrief {
  id: number;
  number: number;
  attempt: number;
  workflowId: number;
  /** The workflow's name: `CI`. */
  workflow: string;
  /** The commit's first line, or what `run-name` says. */
  title: string;
  branch: string | null;
  sha: string;
  /** What started it: `push`. */
  event: string;
  status: BuildStatus;
  conclusion: BuildConclusion | null;
  /** The login of who started it. */
  actor: string | null;
  startedAt: string;
  updatedAt: string;
  url: string;
  /** Numbers of the pull requests that it is for. */
  pulls: number[];
}

export interface Runs {
  runs: RunBrief[];
  /** As GitHub counts them, of all pages. A page has 30. */
  total: number;
}

export interface Workflow {
  id: number;
  name: string;
  /** `.github/workflows/ci.yml` */
  path: string;
  /** `active`, `disabled_manually`, `disabled_inactivity`, `deleted`... */
  state: string;
  url: string;
  /** What it asks for when it is started by hand; undefined: it cannot be. */
  dispatch?: DispatchInput[];
  /** Its newest run on any branch, where it is among the last hundred of the repository. */
  latest?: RunBrief;
}

export interface DispatchInput {
  name: string;
  type: 'string' | 'boolean' | 'choice' | 'number' | 'environment';
  description?: string;
  required: boolean;
  /** As text; `'true'` or `'false'` of a boolean. */
  default?: string;
  /** Of `choice`; of `environment` as far as they are known. */
  options?: string[];
}

export interface RunDetail {
  run: RunBrief;
  jobs: Job[];
  /** How often it ran; `run.attempt` is the one that is shown. */
  attempts: number;
  /** Of more jobs than are listed (300), how many are left out. */
  omitted: number;
}

export interface Job {
  id: number;
  name: string;
  status: BuildStatus;
  conclusion: BuildConclusion | null;
  startedAt: string | null;
  completedAt: string | null;
  runner: string | null;
  url: string;
  steps: Step[];
  /** It waits for somebody at GitHub to approve a deployment. */
  needsApproval?: boolean;
}

export interface Step {
  number: number;
  name: string;
  status: BuildStatus;
  conclusion: BuildConclusion | null;
  startedAt: string | null;
  completedAt: string | null;
}

/** What `GET .../jobs/:job/log` answers with 202 while GitHub has no log yet; else it answers `text/plain`. */
export interface LogState {
  /** `large`: above what the portal passes on, read it at `url` (status 413). `gone`: GitHub keeps it no longer (status 410). */
  state: 'running' | 'large' | 'gone';
  words: string;
  url: string;
}

/** Body of `POST .../runs/:run/rerun`: everything, what failed, or one job by its id. */
export interface RerunRequest {
  jobs: 'all' | 'failed' | number;
}

/** Body of `POST .../runs/:run/cancel`. `force` also ends what has `always()` conditions. */
export interface CancelRequest {
  force?: boolean;
}

/** Body of `POST .../workflows/:id/dispatch`. Values are texts, as GitHub takes them. */
export interface DispatchRequest {
  /** A branch or tag. */
  ref: string;
  inputs: Record<string, string>;
}

/** GitHub took it; `run` where it is known which run it is. */
export interface ActedAnswer {
  run?: number;
}
