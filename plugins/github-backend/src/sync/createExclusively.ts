import { lowerKey } from '../store/lowerKey';
import type { MirrorContext } from './MirrorContext';

/** See `MirrorContext.exclusively`. */
export function createExclusively(): MirrorContext['exclusively'] {
  const last = new Map<string, Promise<unknown>>();
  return async ({ host, owner }, work) => {
    const key = `${host}/${lowerKey(owner)}`;
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => {});
    last.set(key, settled);
    try {
      return await mine;
    } finally {
      if (last.get(key) === settled) {
        last.delete(key);
      }
    }
  };
}
