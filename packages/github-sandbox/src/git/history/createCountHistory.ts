import { Core } from '../Core';
import { LruCache } from '../objects/LruCache';
import { resolve } from '../refs/resolve';
import { walk } from './walk';

/** A function that counts the commits of an expression. The number of a commit never changes, so it is kept. */
export function createCountHistory(options: {
  core: Core;
}): (options: { from: string }) => Promise<number> {
  const { core } = options;
  const counts = new LruCache<number>({ limit: 1000 });
  return async ({ from }) => {
    const start = await resolve({ core, expression: from, type: 'commit' });
    if (!start) {
      return 0;
    }
    let count = counts.get(start.sha) ?? 0;
    if (count === 0) {
      for await (const _commit of walk({
        objects: core.objects,
        from: start.sha,
      })) {
        count += 1;
      }
      counts.set(start.sha, count);
    }
    return count;
  };
}
