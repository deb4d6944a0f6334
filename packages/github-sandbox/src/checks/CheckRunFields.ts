import type { CheckConclusion, CheckRun, CheckState } from '../core/state';

/** What of a check run can be set. What is left out stays, or is as GitHub begins it. */
export interface CheckRunFields {
  name?: string;
  externalId?: string | null;
  detailsUrl?: string | null;
  status?: CheckState;
  /** Makes the run completed. */
  conclusion?: CheckConclusion | null;
  startedAt?: string | null;
  completedAt?: string | null;
  /** Annotations are added to those that are there. */
  output?: Partial<CheckRun['output']>;
}
