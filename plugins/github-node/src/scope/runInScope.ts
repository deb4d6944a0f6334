import { AsyncLocalStorage } from 'node:async_hooks';
import type { CallScope } from './CallScope';

const storage = new AsyncLocalStorage<CallScope>();

/** Runs code on behalf of a plugin or a person. An inner scope takes over what it does not name from the outer one. */
export function runInScope<T>(scope: Partial<CallScope>, run: () => T): T {
  const outer = storage.getStore();
  return storage.run(
    { pluginId: 'unknown', priority: 'background', ...outer, ...scope },
    run,
  );
}

/** The scope of the code that asks; undefined for code that nobody has attributed. */
export function currentScope(): CallScope | undefined {
  return storage.getStore();
}
