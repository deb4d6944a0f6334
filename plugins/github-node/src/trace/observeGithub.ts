import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { RequestBudget } from '../budget/RequestBudget';
import { createBoundedNames } from './createBoundedNames';
import type { KnownLimit, RequestTrace } from './RequestTrace';
import type { TraceEntry } from './TraceEntry';

/**
 * Counts requests, and shows limits and waiting, as metrics for alarms. No person, owner, repository or path is in them: hosts, plugins and
 * credentials are few, whatever the portal is asked. Times are in seconds. Returns how to stop.
 */
export function observeGithub(options: {
  metrics: MetricsService;
  trace: RequestTrace;
  budget: RequestBudget;
  now?: () => Date;
}): () => void {
  const { metrics, trace, budget, now = () => new Date() } = options;
  const requests = metrics.createCounter('github.requests', {
    description: 'Requests to GitHub',
    unit: '{request}',
  });
  const durations = metrics.createHistogram('github.request.duration', {
    description: "From leaving to the answer's head",
    unit: 's',
    advice: {
      explicitBucketBoundaries: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    },
  });
  const waits = metrics.createHistogram('github.request.wait', {
    description: 'How long the request budget held requests back',
    unit: 's',
    advice: { explicitBucketBoundaries: [0.001, 0.1, 1, 10, 60, 600, 3600] },
  });
  const pluginNamed = createBoundedNames({ most: 100 });

  const unlisten = trace.onFinish(entry => {
    const { host, resource } = entry;
    requests.add(1, {
      host,
      plugin: pluginNamed(entry.plugin),
      credential_kind: entry.credentialKind,
      status_class: statusClassOf(entry),
      resource,
    });
    if (entry.durationMs !== undefined) {
      durations.record(entry.durationMs / 1000, { host, resource });
    }
    waits.record(entry.waitedMs / 1000, { host, resource });
  });

  const observed = [
    observe('github.rate_limit.limit', 'Requests that GitHub allows', () =>
      lowest(trace.limits(), now()).map(known => [known.limit, of(known)]),
    ),
    observe(
      'github.rate_limit.remaining',
      'Requests that are left; of an App the least of its installations',
      () =>
        lowest(trace.limits(), now()).map(known => [
          known.remaining,
          of(known),
        ]),
    ),
    observe('github.budget.waiting', 'Requests that are held back', () =>
      waiting(budget),
    ),
  ];

  function observe(
    name: string,
    description: string,
    values: () => Array<[number, Record<string, string>]>,
  ) {
    const gauge = metrics.createObservableGauge(name, {
      description,
      unit: '{request}',
    });
    const callback: Parameters<typeof gauge.addCallback>[0] = result =>
      values().forEach(([value, attributes]) =>
        result.observe(value, attributes),
      );
    gauge.addCallback(callback);
    return () => gauge.removeCallback(callback);
  }

  return () => {
    unlisten();
    observed.forEach(stop => stop());
  };
}

function statusClassOf({ status, durationMs }: TraceEntry): string {
  if (status !== undefined) return `${Math.floor(status / 100)}xx`;
  // What never left was refused by the budget, or cancelled while it waited.
  return durationMs === undefined ? 'held' : 'none';
}

function of({ host, credentialId, resource }: KnownLimit) {
  return { host, credential: credentialId, resource };
}

/** One for each credential and resource. What was told of a window that is over says nothing any more: all is left. */
function lowest(limits: KnownLimit[], now: Date): KnownLimit[] {
  const found = new Map<string, KnownLimit>();
  for (const known of limits) {
    const isOver = Date.parse(known.resetAt) <= now.getTime();
    const current = isOver ? { ...known, remaining: known.limit } : known;
    const key = JSON.stringify(of(known));
    const before = found.get(key);
    if (!before || current.remaining < before.remaining) {
      found.set(key, current);
    }
  }
  return [...found.values()];
}

function waiting(
  budget: RequestBudget,
): Array<[number, Record<string, string>]> {
  const sums = new Map<string, [number, Record<string, string>]>();
  for (const state of budget.state()) {
    for (const priority of ['person', 'background'] as const) {
      const attributes = { host: state.host, priority };
      const key = JSON.stringify(attributes);
      const [sum] = sums.get(key) ?? [0];
      sums.set(key, [sum + state.waiting[priority], attributes]);
    }
  }
  return [...sums.values()];
}
