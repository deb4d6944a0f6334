import type { SeenCredentials } from './SeenCredentials';

/** Remembers as long as the process lives; for a doctor without a database. */
export function createMemorySeenCredentials(options: {
  now(): Date;
}): SeenCredentials {
  const seen = new Map<string, string>();
  return {
    async firstSeen(fingerprint) {
      const at = seen.get(fingerprint) ?? options.now().toISOString();
      seen.set(fingerprint, at);
      return at;
    },
  };
}
