import type { Clock } from '../core/Clock';
import type { Faults, FaultSettings } from '../core/faults/Faults';

const NONE: FaultSettings = {
  latencyMs: 0,
  badGatewayEvery: 0,
  timeoutEvery: 0,
  rateLimitedUntil: null,
  secondaryLimitedUntil: null,
  partialGraphqlEvery: 0,
  webhooks: { loseEvery: 0, doubleEvery: 0, delayMs: 0 },
  paths: [],
};

/** Faults, all off but the latency that is asked for. */
export function createFaults(options: {
  clock: Clock;
  latencyMs?: number;
}): Faults {
  const { clock, latencyMs = 0 } = options;
  const atFirst = (): FaultSettings => ({
    ...structuredClone(NONE),
    latencyMs,
  });
  let settings = atFirst();
  let counts = { requests: 0, graphql: 0, webhooks: 0 };

  const hits = (every: number, count: number) =>
    every > 0 && count % every === 0;
  const isBefore = (until: string | null) =>
    until !== null && clock.now().getTime() < Date.parse(until);

  const concerns = (path: string) =>
    settings.paths.length === 0 ||
    settings.paths.some(start => path.startsWith(start));

  return {
    get settings() {
      return settings;
    },
    set(changes) {
      settings = {
        ...settings,
        ...changes,
        webhooks: { ...settings.webhooks, ...changes.webhooks },
      };
      counts = { requests: 0, graphql: 0, webhooks: 0 };
    },
    clear() {
      settings = atFirst();
      counts = { requests: 0, graphql: 0, webhooks: 0 };
    },
    next({ path }) {
      if (!concerns(path)) return { latencyMs: 0, fault: 'none' };
      counts.requests += 1;
      const fault = (() => {
        if (hits(settings.timeoutEvery, counts.requests)) return 'timeout';
        if (hits(settings.badGatewayEvery, counts.requests))
          return 'badGateway';
        if (isBefore(settings.rateLimitedUntil)) return 'rateLimited';
        if (isBefore(settings.secondaryLimitedUntil)) return 'secondaryLimited';
        return 'none';
      })();
      return { latencyMs: settings.latencyMs, fault };
    },
    rateLimitedUntil({ path }) {
      const { rateLimitedUntil: until } = settings;
      return isBefore(until) && concerns(path) ? until! : undefined;
    },
    nextGraphql() {
      counts.graphql += 1;
      return { partial: hits(settings.partialGraphqlEvery, counts.graphql) };
    },
    nextWebhook() {
      const { loseEvery, doubleEvery, delayMs } = settings.webhooks;
      counts.webhooks += 1;
      return {
        lost: hits(loseEvery, counts.webhooks),
        times: hits(doubleEvery, counts.webhooks) ? 2 : 1,
        delayMs,
      };
    },
  };
}
