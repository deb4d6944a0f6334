import type {
  ScaffolderTask,
  ScaffolderTaskOutput,
} from '@backstage/plugin-scaffolder-common';
import type {
  RunCause,
  RunCredential,
} from '@callboard/plugin-scaffolder-common';

export type StepStatus =
  | 'waiting'
  | 'running'
  | 'done'
  | 'failed'
  | 'skipped'
  | 'cancelled';

/** One line of a step's log, without colour codes. */
export interface LogLine {
  /** When it was written: an ISO 8601 instant. */
  at: string;
  level: 'error' | 'warn' | 'info' | 'debug';
  text: string;
}

/** A step of a run as its events tell it. */
export interface StepState {
  id: string;
  name: string;
  action: string;
  status: StepStatus;
  /** ISO 8601 instants. */
  startedAt?: string;
  endedAt?: string;
  lines: LogLine[];
  /** How many lines were let go, since there were too many. */
  droppedLines: number;
  /** Which credential served the step. */
  credential?: RunCredential;
}

/** A run as its events tell it. */
export interface RunState {
  status: ScaffolderTask['status'];
  steps: StepState[];
  output?: ScaffolderTaskOutput;
  /** The first line of what went wrong; never a stack. */
  error?: string;
  cause?: RunCause;
  /** When it was taken up again, by a retry or after a restart. */
  resumedAt?: string;
  endedAt?: string;
  /** Events after this one are still to come. */
  lastEventId?: number;
}

const OVER: ReadonlyArray<RunState['status']> = [
  'completed',
  'failed',
  'cancelled',
  'skipped',
];

/** Whether a run with this status will do nothing more by itself. */
export function isOver(status: RunState['status']): boolean {
  return OVER.includes(status);
}
