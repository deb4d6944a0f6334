import { LRUCache } from 'lru-cache';

/** An answer as it is kept. */
export interface CachedAnswer {
  etag: string;
  url: string;
  headers: Record<string, string | number | undefined>;
  /** Each call makes a new one, since callers may change what they get. */
  data(): unknown;
}

export interface EtagCache {
  get(key: string): CachedAnswer | undefined;
  /** Keeps nothing that is not JSON, text or bytes. */
  put(
    key: string,
    answer: {
      url: string;
      headers: CachedAnswer['headers'];
      data: unknown;
    },
  ): void;
  /** In bytes, roughly. */
  size(): number;
}

const PER_ENTRY = 1_000;

/** Keeps answers that GitHub gave an `etag`, at most `maxBytes` of them; what was not used for longest goes first. */
export function createEtagCache(
  options: {
    /** @defaultValue 32 MB */
    maxBytes?: number;
  } = {},
): EtagCache {
  const { maxBytes = 32 * 1024 * 1024 } = options;
  const entries = new LRUCache<string, CachedAnswer & { bytes: number }>({
    maxSize: maxBytes,
    // One that leaves no room for others is not worth it.
    maxEntrySize: Math.floor(maxBytes / 4),
    sizeCalculation: ({ bytes }, key) => bytes + key.length * 2 + PER_ENTRY,
  });

  return {
    get: key => entries.get(key),
    put(key, { url, headers, data }) {
      const { etag } = headers;
      const packed = pack(data);
      if (typeof etag !== 'string' || !packed) {
        entries.delete(key);
        return;
      }
      const { bytes, unpack } = packed;
      entries.set(key, {
        etag,
        url,
        headers: { ...headers },
        data: unpack,
        bytes,
      });
    },
    size: () => entries.calculatedSize,
  };
}

function pack(data: unknown): { bytes: number; unpack(): unknown } | undefined {
  if (typeof data === 'string') {
    return { bytes: data.length * 2, unpack: () => data };
  }
  // Not by `instanceof`: what fetch makes may be of another realm.
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]') {
    const copy = (data as ArrayBuffer).slice(0);
    return { bytes: copy.byteLength, unpack: () => copy.slice(0) };
  }
  if (isJson(data)) {
    const text = JSON.stringify(data);
    return { bytes: text.length * 2, unpack: () => JSON.parse(text) };
  }
  return undefined;
}

/** Of what an answer's body may be, everything else is a stream. */
function isJson(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return (
    Array.isArray(data) ||
    !(Symbol.asyncIterator in data || 'getReader' in data)
  );
}
