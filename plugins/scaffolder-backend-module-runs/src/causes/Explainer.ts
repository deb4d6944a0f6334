import type { RunCause } from '@callboard/plugin-scaffolder-common';
import type { Failure } from './explainFailure';
import type { FailureFacts } from './FailureFacts';

/** Explains the failures that it knows, and leaves the others. */
export type Explainer = (options: {
  facts: FailureFacts;
  failure: Failure;
}) => RunCause | undefined;
