import { AsyncLocalStorage } from 'node:async_hooks';
import type { AllowedLoopback } from './allowedLoopback';

/** What holds while a URL is read. */
export type Reading = {
  allowedLoopback: AllowedLoopback;
  /** Why the last connection was refused. Kept here, because `fetch` hides it behind "fetch failed". */
  refusal?: Error;
};

/** Set while a URL is read, in everything that the reading calls and waits for. Only there connections are checked. */
export const readingScope = new AsyncLocalStorage<Reading>();
