import { LRUCache } from 'lru-cache';
import { HINT_AGE_MS } from './readPushHint';

/** Signed hints in a minute, more than any instance pushes; it bounds what a hook that has gone wrong can do. */
const MOST_PER_MINUTE = 3_000;
const MINUTE_MS = 60_000;

export type HintVerdict =
  | { outcome: 'taken' }
  | { outcome: 'repeated' }
  | { outcome: 'too-many'; retryAfterS: number };

/** Lets each signed body in once as long as it is not too old anyway, and not too many of them. Of this process only. */
export function createHintLimit(options: { now: () => Date }) {
  const { now } = options;
  const seen = new LRUCache<string, true>({
    max: 20_000,
    ttl: 2 * HINT_AGE_MS,
    ttlResolution: 0,
    perf: { now: () => now().getTime() },
  });
  let minute = { from: 0, count: 0 };

  return {
    take(signature: string): HintVerdict {
      const key = signature.toLowerCase();
      if (seen.has(key)) {
        return { outcome: 'repeated' };
      }
      const at = now().getTime();
      if (at - minute.from >= MINUTE_MS) {
        minute = { from: at, count: 0 };
      }
      if (minute.count >= MOST_PER_MINUTE) {
        const left = minute.from + MINUTE_MS - at;
        return { outcome: 'too-many', retryAfterS: Math.ceil(left / 1000) };
      }
      minute.count += 1;
      seen.set(key, true);
      return { outcome: 'taken' };
    },
    /** For one that could not be kept, so that it may come again. */
    giveBack(signature: string): void {
      seen.delete(signature.toLowerCase());
    },
  };
}
