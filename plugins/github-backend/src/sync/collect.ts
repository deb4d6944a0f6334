import type { StoredRepository } from '../store/StoredRepository';
import type { Giving } from './entitiesFor';
import type { Change } from './handOver';

/**
 * Adds to `changes`, by provider, what the catalog is to be told of one repository: what is new or different, with `givesAll` or where it may
 * not have been told before all that it is, and what it is no longer. Whether it differs from what the catalog was given.
 */
export function collect(options: {
  changes: Map<string, Change>;
  before?: Pick<StoredRepository, 'given' | 'pending'>;
  givings: Giving[];
  givesAll: boolean;
}): boolean {
  const { changes, before, givings, givesAll } = options;
  const changeOf = (provider: string) => {
    const change = changes.get(provider) ?? { added: [], removed: [] };
    changes.set(provider, change);
    return change;
  };
  const keyOf = (given: Giving['given']) =>
    `${given.provider}\0${given.entityRef}`;
  const known = new Map(before?.given.map(given => [keyOf(given), given.hash]));
  let differs = false;
  for (const { deferred, given } of givings) {
    const isSame = known.get(keyOf(given)) === given.hash;
    differs ||= !isSame;
    if (!isSame || givesAll || before?.pending) {
      changeOf(given.provider).added.push(deferred);
    }
  }
  const now = new Set(givings.map(({ given }) => keyOf(given)));
  for (const given of before?.given ?? []) {
    if (!now.has(keyOf(given))) {
      differs = true;
      const { entityRef, locationKey } = given;
      changeOf(given.provider).removed.push({ entityRef, locationKey });
    }
  }
  return differs;
}
