import type { GitHost } from '../git';
import type { MovableClock } from './Clock';
import type { EventBus } from './events/EventBus';
import type { Faults } from './faults/Faults';
import type { RateLimits } from './limits/RateLimits';
import type { RequestLog } from './requests/RequestLog';
import type { State } from './state';

/** One GitHub: what every feature works on. */
export interface Sandbox {
  /** `http://localhost:7008`, without a slash at the end. */
  baseUrl: string;
  clock: MovableClock;
  state: State;
  git: GitHost;
  events: EventBus;
  limits: RateLimits;
  faults: Faults;
  requests: RequestLog;
  /** The next number for a record. One sequence for all kinds, so that a mixed-up number is never found by chance. */
  nextId(): number;
  /** Makes the next number a higher one, after records with numbers of their own have been added. */
  skipIds(options: { to: number }): void;
  /** Work that goes on after an answer, such as deliveries and runs. `settled` waits for it. */
  background(work: Promise<unknown>): void;
  /** Resolves when nothing goes on in the background any more (what waits for the clock does not count). */
  settled(): Promise<void>;
  /** Aborted when the sandbox ends: requests to others are given up then. */
  closing: AbortController;
  /** Says that the state has changed; it is written to disk soon. */
  changed(): void;
}
