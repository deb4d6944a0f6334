import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Knex } from 'knex';
import { Counter, register } from 'prom-client';
import { STOCK_SENTINEL_REF } from '../storage/stockSentinel';

/** Counts the putting together of final entities, under the names of the stock catalog. */
export interface StitchingMetrics {
  /** What one commit put together. */
  stitched(options: {
    changed: number;
    unchanged: number;
    durationMs: number;
  }): void;
}

const PROM_NAME = 'catalog_stitched_entities_count';

export function createStitchingMetrics(options: {
  metrics: MetricsService;
  knex: Knex;
}): StitchingMetrics {
  const { metrics, knex } = options;
  const count = metrics.createCounter('catalog.stitched.entities.count', {
    description: 'Amount of entities stitched',
  });
  const duration = metrics.createHistogram('catalog.stitching.duration', {
    description: 'Time spent executing the full stitching flow',
    unit: 'seconds',
  });
  metrics
    .createObservableGauge('catalog.stitching.queue.length', {
      description: 'Number of entities currently in the stitching queue',
    })
    .addCallback(async result => {
      const [row] = await knex('stitch_queue')
        .whereNot('entity_ref', STOCK_SENTINEL_REF)
        .count({ count: '*' });
      result.observe(Number(row.count));
    });
  const prom =
    (register.getSingleMetric(PROM_NAME) as Counter | undefined) ??
    new Counter({
      name: PROM_NAME,
      help: 'Amount of entities stitched. DEPRECATED, use OpenTelemetry metrics instead',
    });

  return {
    stitched({ changed, unchanged, durationMs }) {
      const total = changed + unchanged;
      if (total === 0) return;
      prom.inc(total);
      if (changed > 0) count.add(changed, { result: 'changed' });
      if (unchanged > 0) count.add(unchanged, { result: 'unchanged' });
      duration.record(durationMs / 1000 / total, {
        result: changed > 0 ? 'changed' : 'unchanged',
      });
    },
  };
}
