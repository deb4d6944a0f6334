import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<Record<string, string>>();

/**
 * Carries the values of secret parameters past stock's route of retries, which checks `secrets` against a schema of the template's author:
 * one that allows no further names would refuse them.
 */
export function withRetryParameters<T>(
  parameters: Record<string, string>,
  fn: () => T,
): T {
  return storage.run(parameters, fn);
}

/** The values of secret parameters that came with the retry which is being answered, under `parameters.PATH`. */
export function retryParameters(): Record<string, string> {
  return storage.getStore() ?? {};
}
