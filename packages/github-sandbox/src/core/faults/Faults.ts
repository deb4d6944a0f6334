/** What goes wrong on request. Everything is off at first. Implemented in `faults/`. */
export interface FaultSettings {
  /** Added before every answer, in milliseconds. */
  latencyMs: number;
  /** Every n-th request is answered with 502; 0 is never. */
  badGatewayEvery: number;
  /** Every n-th request gets no answer at all; 0 is never. */
  timeoutEvery: number;
  /** Until then (ISO text) every request but that for the limits is answered as if the rate limit were used up. */
  rateLimitedUntil: string | null;
  /** The same for the secondary limit. */
  secondaryLimitedUntil: string | null;
  /** Every n-th GraphQL answer is partial: some fields null, an error of type RESOURCE_LIMITS_EXCEEDED. */
  partialGraphqlEvery: number;
  webhooks: {
    /** Every n-th delivery is lost, sent twice; all are late by so many milliseconds. */
    loseEvery: number;
    doubleEvery: number;
    delayMs: number;
  };
  /** Restricts the faults of requests to paths that start with one of these; empty: all. */
  paths: string[];
}

export interface Faults {
  settings: FaultSettings;
  set(options: Partial<FaultSettings>): void;
  clear(): void;
  /** What is to happen to this request. Counts it. */
  next(options: { path: string }): {
    latencyMs: number;
    fault:
      | 'none'
      | 'badGateway'
      | 'timeout'
      | 'rateLimited'
      | 'secondaryLimited';
  };
  /** ISO text, while requests for a path are answered as if the rate limit were used up. Counts nothing. */
  rateLimitedUntil(options: { path: string }): string | undefined;
  nextGraphql(): { partial: boolean };
  nextWebhook(): { lost: boolean; times: 1 | 2; delayMs: number };
}
