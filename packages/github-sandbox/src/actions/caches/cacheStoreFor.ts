import { runtimeOf } from '../ActionsRuntime';
import type { CacheStore } from '../engine';
import type { RunScope } from '../runs/RunScope';

/**
 * The Actions cache of a repository. It does not survive the process. Runs see each other's entries whatever branch they are on.
 * https://docs.github.com/actions/reference/workflows-and-actions/dependency-caching
 */
export function cacheStoreFor(scope: RunScope): CacheStore {
  const { sandbox, repository, run } = scope;
  const { caches } = runtimeOf(sandbox);
  const entries = () => caches.get(repository.id) ?? [];
  return {
    async restore({ keys: [exact, ...prefixes] }) {
      const newest = [...entries()].reverse();
      const found = [exact, ...prefixes]
        .map(
          (key, index) =>
            newest.find(entry => entry.key === key) ??
            (index > 0
              ? newest.find(entry => entry.key.startsWith(key))
              : undefined),
        )
        .find(entry => entry !== undefined);
      if (found) found.lastAccessedAt = sandbox.clock.iso();
      return found;
    },
    async save({ key, files }) {
      // An entry is never overwritten.
      if (entries().some(entry => entry.key === key)) return;
      const now = sandbox.clock.iso();
      caches.set(repository.id, [
        ...entries(),
        {
          id: sandbox.nextId(),
          key,
          ref: String(run.payload.ref),
          files,
          createdAt: now,
          lastAccessedAt: now,
        },
      ]);
    },
  };
}
