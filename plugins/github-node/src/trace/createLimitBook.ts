import type { KnownLimit } from './RequestTrace';
import type { TraceEntry } from './TraceEntry';

const MOST = 1_000;

/** The limits as the last answers told them, one for each credential (and owner, for an App) and resource; the oldest are forgotten. */
export function createLimitBook(options: { now: () => Date }) {
  const { now } = options;
  const limits = new Map<string, KnownLimit>();

  return {
    note(entry: TraceEntry, owner: string | undefined): void {
      const { host, credentialId, resource, limit, remaining, resetAt } = entry;
      if (
        limit === undefined ||
        remaining === undefined ||
        resetAt === undefined ||
        // Of a person's own token, or of one that is not ours: not told apart from others of its kind.
        credentialId === undefined
      ) {
        return;
      }
      const known: KnownLimit = {
        host,
        credentialId,
        ...(owner && { owner }),
        resource,
        limit,
        remaining,
        resetAt,
        at: now().toISOString(),
      };
      const key = JSON.stringify([
        host,
        credentialId,
        owner?.toLowerCase(),
        resource,
      ]);
      const before = limits.get(key);
      limits.delete(key);
      limits.set(key, isStale(known, before) ? before! : known);
      if (limits.size > MOST) limits.delete(limits.keys().next().value!);
    },
    list(filter: { host?: string } = {}): KnownLimit[] {
      return [...limits.values()]
        .filter(({ host }) => !filter.host || host === filter.host)
        .map(known => ({ ...known }));
    },
  };
}

/** Answers overtake each other: within one window what remains only goes down. */
function isStale(known: KnownLimit, before: KnownLimit | undefined): boolean {
  return (
    before !== undefined &&
    before.resetAt === known.resetAt &&
    before.limit === known.limit &&
    before.remaining < known.remaining
  );
}
