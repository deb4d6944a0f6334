import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogScmEventsService } from '@backstage/plugin-catalog-node/alpha';

/** Counts the events of source control that reach the catalog, by what they are about: a `location` or a `repository`. */
export function countScmEvents(options: {
  scmEvents: CatalogScmEventsService;
  metrics: MetricsService;
}): void {
  const { scmEvents, metrics } = options;
  const counter = metrics.createCounter('catalog.events.scm.messages', {
    description: 'Number of SCM event messages received by the catalog backend',
    unit: 'short',
  });
  scmEvents.subscribe({
    onEvents: async events => {
      for (const { type } of events) {
        const [eventType] = type.split('.');
        counter.add(1, { eventType });
      }
    },
  });
}
