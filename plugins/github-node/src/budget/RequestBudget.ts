import type { RateResource } from '../trace/TraceEntry';

/** What the budget is kept for: GitHub limits an App's installation, a person's token, or an address that names nobody. */
export interface BudgetAccount {
  host: string;
  /**
   * `none` for anonymous requests; for an App's installations with the owner behind it (`app:HOST:ID OWNER`), since each installation has
   * a limit of its own; a fingerprint for tokens that are not ours.
   */
  credential: string;
}

export interface BudgetRequest extends BudgetAccount {
  /** `other`: not counted by a primary limit that is known here. */
  resource: RateResource;
  method: string;
  priority: 'person' | 'background';
  signal?: AbortSignal;
  /** How long it may be held back, in milliseconds. @defaultValue 10000 for a person, an hour for a background task */
  patienceMs?: number;
  /** Whether it changes something. @defaultValue by the method; a GraphQL request reads */
  mutates?: boolean;
  /**
   * No limit counts it, and it is never held back: `GET /rate_limit`, which GitHub answers when nothing is left, too. What it tells is learnt
   * all the same. https://docs.github.com/en/rest/rate-limit/rate-limit
   */
  isFree?: boolean;
}

export type BudgetOutcome =
  /** Go; call `done` with what the answer said, or with nothing when none came. */
  | { outcome: 'granted'; waitedMs: number; done(answer?: BudgetAnswer): void }
  /** It would have to wait longer than it may. `until` is ISO 8601. */
  | { outcome: 'refused'; until: string; reason: string };

export interface BudgetAnswer {
  status: number;
  /** Lower-case names: `x-ratelimit-*`, `retry-after`, `date`. */
  header(name: string): string | undefined;
}

/**
 * Shares what GitHub allows among all plugins: primary limits with a reserve for people, the documented secondary limits (requests in
 * flight, points a minute), and pauses that GitHub asks for. It stops before GitHub does.
 */
export interface RequestBudget {
  /** Rejects with the signal's reason when it is aborted while it waits. */
  acquire(request: BudgetRequest): Promise<BudgetOutcome>;
  /** GitHub refused for a secondary limit that only the body of its answer tells of: nothing for the account for a minute, and longer when it happens again. */
  penalise(account: BudgetAccount): void;
  /** What is held back at the moment and until when, for the page and the doctor. */
  state(): BudgetState[];
}

export interface BudgetState extends BudgetAccount {
  resource: RateResource;
  limit?: number;
  remaining?: number;
  /** By this machine's clock, ISO 8601. */
  resetAt?: string;
  /** Kept for people. */
  reserve: number;
  inFlight: number;
  waiting: { person: number; background: number };
  /** ISO 8601, and why, while GitHub asked for a pause. */
  pausedUntil?: string;
  pauseReason?: string;
}
