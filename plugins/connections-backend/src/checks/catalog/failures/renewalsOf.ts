import type {
  CatalogFailure,
  InspectionContext,
} from '../../../inspection/InspectionContext';

/** The catalog reads again within seconds; should it not, the error stands. */
const PATIENCE_MS = 5 * 60 * 1000;

const known = new WeakMap<InspectionContext, Renewals>();

/** Which entities failed for something at GitHub, and since when they are read again because it is over. */
export interface Renewals {
  /** It fails for something that is known and not over. */
  hinder(failure: CatalogFailure): void;
  wasHindered(failure: CatalogFailure): boolean;
  /**
   * Nothing hinders it any more. `begin`: it has to be read again. `pending`: it is being read. `failed`: it was read again, and failed
   * again.
   */
  renew(failure: CatalogFailure): 'begin' | 'pending' | 'failed';
  /** Forgets all that fail no more. */
  keepOnly(failures: CatalogFailure[]): void;
}

/** Those of a portal: one for each context, as long as it lives. */
export function renewalsOf(context: InspectionContext): Renewals {
  const own =
    known.get(context) ?? createRenewals({ now: () => context.now() });
  known.set(context, own);
  return own;
}

function createRenewals(options: { now(): Date }): Renewals {
  const { now } = options;
  const hindered = new Set<string>();
  const begun = new Map<string, number>();
  return {
    hinder({ ref }) {
      hindered.add(ref);
      begun.delete(ref);
    },
    wasHindered: ({ ref }) => hindered.has(ref),
    renew({ ref, at }) {
      const since = begun.get(ref);
      if (since === undefined) {
        begun.set(ref, now().getTime());
        return 'begin';
      }
      const hasFailedAgain = at !== undefined && Date.parse(at) > since;
      return hasFailedAgain || now().getTime() - since > PATIENCE_MS
        ? 'failed'
        : 'pending';
    },
    keepOnly(failures) {
      const refs = new Set(failures.map(({ ref }) => ref));
      for (const ref of [...hindered, ...begun.keys()]) {
        if (refs.has(ref)) continue;
        hindered.delete(ref);
        begun.delete(ref);
      }
    },
  };
}
