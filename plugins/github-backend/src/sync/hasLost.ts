import { lowerKey } from '../store/lowerKey';
import type { MirrorContext } from './MirrorContext';

const SAMPLE = 20;

/**
 * Whether the catalog has lost what it was given of an organisation: its database is another than the mirror's, and may be new, or older.
 * Looked at once in the life of a process.
 */
export async function hasLost(options: {
  context: MirrorContext;
  host: string;
  organisation: string;
}): Promise<boolean> {
  const { context, host, organisation } = options;
  const { catalogHasAny, checked, store, logger } = context;
  const key = `${host}/${lowerKey(organisation)}`;
  if (!catalogHasAny || checked.has(key)) {
    return false;
  }
  const given = await store.repositories.sampleGiven({
    host,
    owner: organisation,
    limit: SAMPLE,
  });
  if (given.length === 0) {
    checked.add(key);
    return false;
  }
  try {
    const isThere = await catalogHasAny(given);
    checked.add(key);
    return !isThere;
  } catch (error) {
    logger.debug(`The catalog does not say what it has: ${error}`);
    return false;
  }
}
