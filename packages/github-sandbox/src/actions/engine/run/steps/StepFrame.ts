import type { JsonObject } from '../../types';
import type { StepLog } from '../log/StepLog';

/** What the steps of a job share, or those of a composite action. */
export interface StepFrame {
  log: StepLog;
  /** The `steps` context; grows. */
  steps: JsonObject;
  /** The `inputs` context. */
  inputs: JsonObject;
  /** `env` of the step that uses the composite action; empty for the job itself. */
  env: Record<string, string>;
  /** The composite action. */
  action?: { path: string; repository?: string; ref?: string };
  /** Composite: whether a step of it failed. */
  failed: boolean;
  /** How many composite actions are around this one. */
  depth: number;
}
