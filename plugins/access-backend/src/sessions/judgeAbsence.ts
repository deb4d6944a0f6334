/** What a process remembers of one person between two looks at the catalog. */
export interface Sighting {
  /** Whether this process has seen the person's User entity. */
  wasThere: boolean;
  /** By a clock that is never set back. Nothing while the entity is there. */
  absentSince?: number;
}

/** A User entity that this process has seen has gone for good if it is away for two looks. */
export const GONE_AFTER_MS = 2_000;
/** One that was never seen here may be about to come: a catalog that was just set up is still empty. */
export const NEVER_SEEN_GONE_AFTER_MS = 10 * 60_000;
/** So many may leave between two looks. More, if they are less than half. */
export const LEAVE_AT_ONCE = 10;

/**
 * Decides who has left, from two looks at the catalog. A failed sync that empties the catalog must not sign everybody out: while there is no
 * User at all, or if more than {@link LEAVE_AT_ONCE} and more than half would leave at once, they are `held` instead.
 */
export function judgeAbsence(options: {
  /** Who may have a good token. */
  people: string[];
  /** Those of them who have a User entity now. */
  present: ReadonlySet<string>;
  /** Kept from look to look; changed here. */
  sightings: Map<string, Sighting>;
  /** Who is not expected to have a User entity. */
  mayBeWithout(userEntityRef: string): boolean;
  catalogHasUsers: boolean;
  monotonicMs: number;
  /** How long somebody whom this process has seen may be away. @defaultValue two looks at sessions */
  seenGoneAfterMs?: number;
}): { gone: string[]; held: string[] } {
  const { people, present, sightings, mayBeWithout, monotonicMs } = options;
  const { seenGoneAfterMs = GONE_AFTER_MS } = options;
  const leaving = people.filter(person => {
    const sighting = sightings.get(person) ?? { wasThere: false };
    sightings.set(person, sighting);
    if (present.has(person)) {
      sighting.wasThere = true;
      sighting.absentSince = undefined;
      return false;
    }
    sighting.absentSince ??= monotonicMs;
    const away = monotonicMs - sighting.absentSince;
    return sighting.wasThere
      ? away >= seenGoneAfterMs
      : !mayBeWithout(person) && away >= NEVER_SEEN_GONE_AFTER_MS;
  });
  const all = new Set(people);
  for (const person of sightings.keys()) {
    if (!all.has(person)) sightings.delete(person);
  }
  const tooMany =
    leaving.length > LEAVE_AT_ONCE && leaving.length * 2 > people.length;
  return !options.catalogHasUsers || tooMany
    ? { gone: [], held: leaving }
    : { gone: leaving, held: [] };
}
