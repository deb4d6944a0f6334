import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Gauge, register } from 'prom-client';
import type { EntityIndex } from '../index/EntityIndex';

const DEPRECATED = 'DEPRECATED: Please use opentelemetry metrics instead.';

type Reading = { value: number; labels?: Record<string, string> };

/** Shows how much is in the catalog, under the names of the stock catalog, the deprecated ones included. */
export function observeCatalog(options: {
  metrics: MetricsService;
  index: () => EntityIndex;
  countLocations: () => Promise<number>;
}): void {
  const { metrics, index, countLocations } = options;
  const seenKinds = new Set<string>();

  observe('catalog_entities_count', {
    help: 'Total amount of entities in the catalog',
    labelNames: ['kind'],
    read: async () => {
      const counts = countByKind(index());
      for (const kind of counts.keys()) seenKinds.add(kind);
      // A kind whose last entity is gone goes down to 0 instead of staying as it was.
      return Array.from(seenKinds, kind => ({
        value: counts.get(kind) ?? 0,
        labels: { kind },
      }));
    },
  });
  observe('catalog_registered_locations_count', {
    help: 'Total amount of registered locations in the catalog',
    read: async () => [{ value: await countLocations() }],
  });
  observe('catalog_relations_count', {
    help: 'Total amount of relations between entities',
    read: async () => [{ value: countRelations(index()) }],
  });

  function observe(
    name: string,
    gauge: {
      help: string;
      labelNames?: string[];
      read: () => Promise<Reading[]>;
    },
  ): void {
    const { help, labelNames = [], read } = gauge;
    metrics
      .createObservableGauge(name, { description: help })
      .addCallback(async observer => {
        for (const { value, labels } of await read()) {
          observer.observe(value, labels);
        }
      });
    // The registry is one for the whole process, which may have had a catalog before.
    if (register.getSingleMetric(name)) return;
    const deprecated: Gauge = new Gauge({
      name,
      help: `${help}. ${DEPRECATED}`,
      labelNames,
      async collect() {
        for (const { value, labels = {} } of await read()) {
          deprecated.set(labels, value);
        }
      },
    });
  }
}

function countByKind(index: EntityIndex): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of index.column('kind')?.terms() ?? []) {
    const count = index.postings.count(term);
    if (count > 0) counts.set(index.terms.readLower(term), count);
  }
  return counts;
}

function countRelations(index: EntityIndex): number {
  const { keys, rowCount } = index.columns;
  return keys.reduce(
    (count, key, column) =>
      key.startsWith('relations.') ? count + rowCount[column] : count,
    0,
  );
}
