import type { JsonObject } from '@backstage/types';
import stableStringify from 'fast-json-stable-stringify';
import type { ProcessingOutcome } from '../processing/EntityProcessing';

/** For so many failures in a row what processors have cached stays, as in the stock catalog. */
const CACHE_TTL = 5;

/**
 * What is to be stored as the processors' caches after a run, or `undefined` where that is what is stored already. A cache outlives some
 * failures, so that a source that is down for a while need not be read anew.
 */
export function nextCache(options: {
  before: JsonObject | undefined;
  outcome: ProcessingOutcome;
}): JsonObject | undefined {
  const { before, outcome } = options;
  const { ttl, ...stored } = before ?? {};
  if (outcome.ok) {
    const isSame =
      stableStringify(stored) === stableStringify(outcome.state) ||
      (before === undefined && isEmptyCache(outcome.state));
    return isSame ? undefined : { ttl: CACHE_TTL, ...outcome.state };
  }
  if (before === undefined || Object.keys(before).length === 0) {
    return undefined;
  }
  const left = Number.isInteger(ttl) ? (ttl as number) : 0;
  return left > 0 ? { ...before, ttl: left - 1 } : {};
}

function isEmptyCache(state: JsonObject): boolean {
  const cache = state.cache as JsonObject | undefined;
  return !cache || Object.values(cache).every(value => value === undefined);
}
