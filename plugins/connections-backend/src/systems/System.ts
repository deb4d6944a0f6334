import type { Config } from '@backstage/config';
import type {
  CheckStatus,
  SystemFacts,
} from '@callboard/plugin-connections-common';

/** Something other than GitHub that the configuration connects the portal to. */
export interface System
  extends Omit<SystemFacts, 'status' | 'detail' | 'remedy' | 'latencyMs'> {
  /** Asks it for something harmless. An error is a `fail` with its message. */
  probe(options: ProbeOptions): Promise<Probed>;
  /**
   * Of a probe that carries a secret: that, and what else the outcome depends on, besides `target`. Undefined, or a result of undefined:
   * it carries none. What it gives never leaves the process.
   */
  carries?(): unknown | Promise<unknown>;
}

export interface ProbeOptions {
  fetch: typeof fetch;
  /** Aborted when the time is over. */
  signal: AbortSignal;
  now(): Date;
}

export interface Probed {
  /** @defaultValue pass */
  status?: CheckStatus;
  /** What was found, in sentences. */
  detail: string;
  /** What to do; for other statuses than `pass`. */
  remedy?: string;
  /** When the credential ends, ISO 8601, where the system tells. */
  expiresAt?: string;
}

/** Finds the systems of one kind in the configuration. */
export type FindSystems = (options: { config: Config }) => System[];
