import type { CatalogFailure } from '../inspection/InspectionContext';

const KEPT_MS = 60 * 60 * 1000;
const MOST = 500;
const LONGEST = 1000;

interface Failure extends Omit<CatalogFailure, 'at'> {
  /** In milliseconds since the epoch. */
  at: number;
}

/** Entities whose processing reported an error in the last hour, at most 500. */
export function createFailingEntities(options: { now(): Date }) {
  const { now } = options;
  const byRef = new Map<string, Failure>();

  function list(): Failure[] {
    const oldest = now().getTime() - KEPT_MS;
    for (const { ref, at } of byRef.values()) {
      if (at < oldest) byRef.delete(ref);
    }
    return [...byRef.values()].sort((a, b) => b.at - a.at);
  }

  return {
    /** The payload of an event of the catalog: `{ entity, location, errors }`. */
    record(payload: unknown): void {
      const { entity, location, errors } = (payload ?? {}) as {
        entity?: unknown;
        location?: unknown;
        errors?: unknown;
      };
      if (typeof entity !== 'string' || !Array.isArray(errors)) return;
      if (byRef.size >= MOST && !byRef.has(entity)) return;
      byRef.set(entity, {
        ref: entity,
        message: messageIn(errors[0]),
        ...(typeof location === 'string' && {
          location: location.replace(/^[a-z]+:(?=https?:)/, ''),
        }),
        at: now().getTime(),
      });
    },
    list,
    refs: () => list().map(({ ref }) => ref),
    forget(ref: string): void {
      byRef.delete(ref);
    },
  };
}

function messageIn(error: unknown): string {
  const { message } = (error ?? {}) as { message?: unknown };
  return typeof message === 'string'
    ? message.replace(/\s+/g, ' ').slice(0, LONGEST)
    : 'an error without a message';
}
