/** How one organisation's mirror is doing; `GET /api/github/status` answers with one for each. Times are ISO 8601. */
export interface OrganisationStatus {
  /** `github.com`, `localhost:7008`. */
  host: string;
  /** The login, as GitHub spells it. */
  organisation: string;
  /** Ids of the entries below `catalog.providers.github` that read it. */
  sources: string[];
  /** Repositories that are known, and of them those whose entities are in the catalog. */
  repositories: number;
  mirrored: number;
  lastFullAt?: string;
  lastIncrementalAt?: string;
  /** Of people and teams. */
  lastPeopleAt?: string;
  nextIncrementalAt?: string;
  eventsInLastHour: number;
  lastEventAt?: string;
  /** From the moment that GitHub names until it was in the catalog; of the last hour. Undefined: nothing changed. In milliseconds. */
  lag?: { p50: number; p99: number; samples: number };
  /** What lag must not exceed, in milliseconds. */
  targetLagMs: number;
  /** Repositories that wait to be asked about. */
  queued: number;
  /** The last run that did not succeed, until one does. */
  problem?: { at: string; message: string; remedy?: string };
  held?: HeldPlan;
  /** As `problem` and `held`, of people and teams. */
  peopleProblem?: { at: string; message: string; remedy?: string };
  heldPeople?: HeldPlan;
}

/** Removals that the mirror will not make by itself. */
export interface HeldPlan {
  id: string;
  at: string;
  what: 'repositories' | 'people';
  /** Why it looks wrong, in words: `the organisation suddenly lists 0 of 120 repositories`. */
  reason: string;
  /** The likely cause where it is known: `App 1234 is not installed in acme any more`. */
  cause?: string;
  remove: number;
  of: number;
  /** Of `remove`, how many for what. Undefined of people, and of plans of an earlier version. */
  kinds?: HeldKinds;
  /** Names of what would go, at most 100. */
  names: string[];
}

/** Why repositories would be removed, with how many each. */
export interface HeldKinds {
  /** GitHub does not list them any more. */
  gone?: number;
  /** They are there, but are left out: archived, or no filter takes them. */
  leftOut?: number;
  /** They have lost their descriptors. */
  undescribed?: number;
  /** The catalog has them from another provider, and GitHub has not. */
  stray?: number;
}
