import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  judgeFreshness,
  type OrganisationStatus,
} from '@callboard/plugin-github-common';

/** Labels of metrics are kept for ever, and an App may be installed on any number of organisations. */
const MOST_ORGANISATIONS = 100;

/** What the mirror tells metrics as it happens. */
export interface MirrorMetrics {
  /** A change has reached the catalog, so long after GitHub's own time of it. */
  lag(options: { host: string; lagMs: number }): void;
  stop(): void;
}

/**
 * How fresh the catalog is, as metrics for alarms. No repository and no person is in them, and at most 100 organisations. Times are in
 * seconds.
 */
export function observeMirror(options: {
  metrics: MetricsService;
  /** What was found last. */
  status(): OrganisationStatus[];
  now(): Date;
}): MirrorMetrics {
  const { metrics, status, now } = options;
  const lags = metrics.createHistogram('github.mirror.lag', {
    description: "From GitHub's time of a change until it is in the catalog",
    unit: 's',
    advice: {
      explicitBucketBoundaries: [
        0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600,
      ],
    },
  });

  const age = (at: string | undefined) =>
    at === undefined ? undefined : (now().getTime() - Date.parse(at)) / 1000;
  const stops = (
    [
      [
        'repositories',
        'Repositories that are known',
        '{repository}',
        each => each.repositories,
      ],
      [
        'queued',
        'Repositories that wait to be asked about',
        '{repository}',
        each => each.queued,
      ],
      [
        'events',
        'Events that arrived in the last hour',
        '{event}',
        each => each.eventsInLastHour,
      ],
      [
        'held',
        'Entities whose removal is held until an operator accepts it',
        '{entity}',
        each => (each.held?.remove ?? 0) + (each.heldPeople?.remove ?? 0),
      ],
      [
        'full.age',
        'How long ago all repositories were compared',
        's',
        each => age(each.lastFullAt),
      ],
      [
        'incremental.age',
        'How long ago GitHub was asked for what is new',
        's',
        each => age(each.lastIncrementalAt),
      ],
      [
        'people.age',
        'How long ago people and teams were read',
        's',
        each => age(each.lastPeopleAt),
      ],
      [
        'stale',
        'Whether it is not as fresh as it should be: 0 no, 1 late, 2 not kept up to date',
        undefined,
        each =>
          Math.max(
            0,
            ...judgeFreshness({ status: each, now: now() }).map(
              ({ severity }) => (severity === 'fail' ? 2 : 1),
            ),
          ),
      ],
    ] satisfies [
      string,
      string,
      string | undefined,
      (each: OrganisationStatus) => number | undefined,
    ][]
  ).map(([name, description, unit, valueOf]) => {
    const gauge = metrics.createObservableGauge(`github.mirror.${name}`, {
      description,
      ...(unit && { unit }),
    });
    const callback: Parameters<typeof gauge.addCallback>[0] = result => {
      for (const each of status().slice(0, MOST_ORGANISATIONS)) {
        const value = valueOf(each);
        const { host, organisation } = each;
        if (value !== undefined) result.observe(value, { host, organisation });
      }
    };
    gauge.addCallback(callback);
    return () => gauge.removeCallback(callback);
  });

  return {
    lag: ({ host, lagMs }) => lags.record(Math.max(0, lagMs) / 1000, { host }),
    stop: () => stops.forEach(stop => stop()),
  };
}
