import type { RunCause } from '@callboard/plugin-scaffolder-common';
import { accessCause } from './accessCause';
import { catalogCause } from './catalogCause';
import { inputCause } from './inputCause';
import { limitCause } from './limitCause';
import { networkCause } from './networkCause';
import { notedCause } from './noteCause';
import { publishCause } from './publishCause';
import { readFailure } from './readFailure';
import { runCause } from './runCause';

/** What is known of a failure. */
export interface Failure {
  /** What was thrown, where it is at hand. */
  error?: unknown;
  /** Else what was written about it: a message, or a stack as stock puts it into the log of a step. */
  message?: string;
  stepId?: string;
  /** The id of the action, `publish:github`. */
  action?: string;
}

/** The first that knows the failure explains it: what is certain comes before what is read out of words. */
const EXPLAINERS = [
  runCause,
  limitCause,
  catalogCause,
  publishCause,
  accessCause,
  networkCause,
  inputCause,
];

/**
 * What a failure comes down to and what to do about it: from the error, or from what stock wrote about it. Never a stack. Texts come from
 * the other side, so the mask of the run is to be put over the answer.
 */
export function explainFailure(failure: Failure): RunCause {
  const noted = notedCause(failure);
  if (noted) return noted;
  const facts = readFailure(failure);
  for (const explain of EXPLAINERS) {
    const cause = explain({ facts, failure });
    if (cause) {
      return { ...cause, ...(facts.message && { detail: facts.message }) };
    }
  }
  const { stepId, action } = facts;
  return {
    code: 'unknown',
    title: stepId
      ? `The step "${stepId}"${action ? ` (${action})` : ''} failed`
      : 'The run failed',
    remedy:
      'Read what the step says in its log, mend what it names, and retry from this step.',
    ...(facts.message && { detail: facts.message }),
  };
}
