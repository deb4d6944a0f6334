import type { CheckConclusion, CheckState } from './verdicts';
import type { Row } from '../Table';

/** A workflow file that the repository has or had on its default branch. */
export interface Workflow extends Row {
  repositoryId: number;
  path: string;
  name: string;
  state:
    | 'active'
    | 'deleted'
    | 'disabled_fork'
    | 'disabled_inactivity'
    | 'disabled_manually';
  createdAt: string;
  updatedAt: string;
  /** Whether the default branch has the file; a workflow that only other branches have is known by its runs. */
  onDefaultBranch?: boolean;
  /** The cron lines of the file on the default branch. */
  crons?: string[];
}

/** What programs and actions do that the simulated shell of the runner does not have. */
export interface RunnerDeclarations {
  /** By the beginning of the command line: `npm`, `npm run build`. */
  commands?: Record<string, { exitCode: number; output?: string }>;
  /** By `owner/name`. */
  actions?: Record<
    string,
    { exitCode: number; output?: string; outputs?: Record<string, string> }
  >;
}

/** An attempt of a run that was followed by another one. */
export interface WorkflowRunAttempt {
  attempt: number;
  triggeringActorId: number;
  status: CheckState;
  conclusion: CheckConclusion | null;
  startedAt: string;
  updatedAt: string;
  /** Jobs of earlier attempts that this one did not run again. */
  keptJobIds: number[];
}

export interface WorkflowRun extends Row {
  repositoryId: number;
  workflowId: number;
  suiteId: number;
  runNumber: number;
  attempt: number;
  name: string;
  title: string;
  event: string;
  /** What the run was started with: the `WorkflowEvent` of the Actions engine, whose `payload` is the event's. */
  payload: Record<string, unknown>;
  headBranch: string | null;
  headSha: string;
  actorId: number;
  triggeringActorId: number;
  status: CheckState;
  conclusion: CheckConclusion | null;
  /** GitHub's text about a workflow file that is not valid. */
  problem: string | null;
  createdAt: string;
  startedAt: string;
  updatedAt: string;
  /** Where the commit comes from: a fork, or the repository itself; null once a fork is gone. */
  headRepositoryId?: number | null;
  /** Earlier attempts, oldest first. */
  attempts?: WorkflowRunAttempt[];
  /** Jobs of earlier attempts that the current one did not run again. */
  keptJobIds?: number[];
  /** Decisions on environments that have reviewers. */
  reviews?: Array<{
    environments: string[];
    state: 'approved' | 'rejected';
    userId: number;
    comment: string;
  }>;
  logsDeleted?: boolean;
}

/** Has the number of its check run, as on GitHub. */
export interface WorkflowJob extends Row {
  runId: number;
  repositoryId: number;
  checkRunId: number;
  /** The key in the workflow file. */
  key: string;
  name: string;
  attempt: number;
  status: CheckState;
  conclusion: CheckConclusion | null;
  labels: string[];
  runnerName: string | null;
  createdAt: string;
  startedAt: string | null;
  completedAt: string | null;
  outputs: Record<string, string>;
  /** As the Actions engine planned it; left out where the job was never planned. */
  plan?: {
    path: string[];
    continueOnError: boolean;
    strategy: {
      failFast: boolean;
      maxParallel: number;
      jobIndex: number;
      jobTotal: number;
    };
  };
  environment?: string;
  /** Markdown that steps wrote to GITHUB_STEP_SUMMARY. */
  summary?: string;
  steps: Array<{
    number: number;
    name: string;
    status: CheckState;
    conclusion: CheckConclusion | null;
    startedAt: string | null;
    completedAt: string | null;
    log: string;
  }>;
}

export interface Artifact extends Row {
  repositoryId: number;
  runId: number;
  name: string;
  /** Base64, by path. */
  files: Record<string, string>;
  sizeInBytes: number;
  createdAt: string;
  expiresAt: string;
}
