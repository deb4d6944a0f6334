import type { RunCause } from '@callboard/plugin-scaffolder-common';
import type { Failure } from './explainFailure';

const KEPT = 200;

/** By what stock passes on of an error: its stack, and its message. The oldest are forgotten. */
const noted = new Map<string, RunCause>();

/**
 * Remembers why an error was thrown, for whoever gets no more than its text: stock hands the stack of a step's error to the log of the
 * run, and its message to the end of it. To be called before the error is thrown on.
 */
export function noteCause(options: { error: Error; cause: RunCause }): void {
  const { error, cause } = options;
  for (const key of keysOf({ error })) {
    noted.delete(key);
    noted.set(key, cause);
  }
  while (noted.size > KEPT) {
    noted.delete(noted.keys().next().value!);
  }
}

/** The cause that was remembered of a failure. */
export function notedCause(failure: Failure): RunCause | undefined {
  return keysOf(failure)
    .map(key => noted.get(key))
    .find(cause => cause !== undefined);
}

function keysOf({ error, message }: Pick<Failure, 'error' | 'message'>) {
  const texts =
    error instanceof Error
      ? [error.stack, `${error.name}: ${error.message}`, error.message]
      : [];
  return [...texts, message].filter(
    (text): text is string => typeof text === 'string' && text !== '',
  );
}
