import type { JsonObject } from '@backstage/types';
import type { RunCause } from '@callboard/plugin-scaffolder-common';
import { explainFailure } from '../causes/explainFailure';

/** The cause as JSON. */
export function causeJson(cause: RunCause): JsonObject {
  return JSON.parse(JSON.stringify(cause));
}

/** One text of a cause, for readers that show nothing but the message. */
export function sentenceOf(cause: RunCause): string {
  const { code, title, detail, remedy } = cause;
  const sentence = title.replace(/[.\s]*$/, '');
  // What is not known better is told in the words of what failed.
  const said = code === 'unknown' && detail ? `: ${detail}` : '.';
  return `${sentence}${said} ${remedy}`.trim();
}

/** What the log says of a step that failed, in the place of the stack that stock puts there. */
export function failureBody(options: {
  /** What stock would have written: a stack. */
  message: string;
  /** What was thrown, where the action has noted it. */
  error?: unknown;
  stepId?: string;
  action?: string;
  isCancelled: boolean;
}): { message: string; cause: RunCause } {
  const { message, error, stepId, action, isCancelled } = options;
  const cause = isCancelled
    ? cancelledCause()
    : explainFailure({ message, error, stepId, action });
  return { message: sentenceOf(cause), cause };
}

/** The cause of a run that somebody has cancelled. */
export function cancelledCause(): RunCause {
  return {
    code: 'cancelled',
    title: 'The run was cancelled.',
    remedy: 'Retry goes on from the step at which it stopped.',
  };
}
