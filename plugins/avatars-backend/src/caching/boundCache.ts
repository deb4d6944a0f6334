import type { CacheService } from '@backstage/backend-plugin-api';
import { LRUCache } from 'lru-cache';

/** What the pictures need of a cache. */
export type PictureCache = Pick<CacheService, 'get' | 'set'>;

/**
 * Keeps a cache within a number of bytes by deleting what was used least recently. For the in-memory store of a
 * backend, which otherwise only grows: it notices that an entry has expired when somebody asks for that entry.
 */
export function boundCache(options: {
  cache: CacheService;
  maxBytes: number;
}): PictureCache {
  const { cache, maxBytes } = options;
  const sizes = new LRUCache<string, number>({
    maxSize: maxBytes,
    sizeCalculation: bytes => bytes,
    dispose: (_bytes, key, reason) => {
      if (reason === 'evict') {
        // The in-memory store cannot fail.
        cache.delete(key).catch(() => {});
      }
    },
  });
  return {
    get: async key => {
      sizes.get(key);
      return cache.get(key);
    },
    set: async (key, value, setOptions) => {
      await cache.set(key, value, setOptions);
      sizes.set(key, JSON.stringify(value).length);
    },
  };
}
