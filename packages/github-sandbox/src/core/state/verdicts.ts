import type { Row } from '../Table';

export type CheckConclusion =
  | 'success'
  | 'failure'
  | 'neutral'
  | 'cancelled'
  | 'skipped'
  | 'timed_out'
  | 'action_required'
  | 'startup_failure'
  | 'stale';

export type CheckState =
  | 'queued'
  | 'in_progress'
  | 'completed'
  | 'waiting'
  | 'requested'
  | 'pending';

export interface CheckSuite extends Row {
  repositoryId: number;
  appId: number;
  headSha: string;
  headBranch: string | null;
  before: string | null;
  status: CheckState;
  conclusion: CheckConclusion | null;
  createdAt: string;
  updatedAt: string;
}

export interface CheckRun extends Row {
  repositoryId: number;
  suiteId: number;
  appId: number;
  headSha: string;
  name: string;
  externalId: string | null;
  detailsUrl: string | null;
  status: CheckState;
  conclusion: CheckConclusion | null;
  startedAt: string | null;
  completedAt: string | null;
  output: {
    title: string | null;
    summary: string | null;
    text: string | null;
    annotations: Array<{
      path: string;
      startLine: number;
      endLine: number;
      level: 'notice' | 'warning' | 'failure';
      message: string;
      title: string | null;
    }>;
  };
}

export interface CommitStatus extends Row {
  repositoryId: number;
  sha: string;
  context: string;
  state: 'error' | 'failure' | 'pending' | 'success';
  description: string | null;
  targetUrl: string | null;
  creatorId: number;
  createdAt: string;
  updatedAt: string;
}

export interface Deployment extends Row {
  repositoryId: number;
  sha: string;
  ref: string;
  task: string;
  environment: string;
  description: string | null;
  payload: unknown;
  creatorId: number;
  productionEnvironment: boolean;
  transientEnvironment: boolean;
  createdAt: string;
  updatedAt: string;
  statuses: Array<{
    id: number;
    state:
      | 'error'
      | 'failure'
      | 'inactive'
      | 'in_progress'
      | 'queued'
      | 'pending'
      | 'success';
    description: string;
    environmentUrl: string | null;
    logUrl: string | null;
    creatorId: number;
    createdAt: string;
  }>;
}
