import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Counter, register, Summary } from 'prom-client';

/** What became of one run: `failed` where it could not be written. */
export type ProcessingResult = 'unchanged' | 'errors' | 'changed' | 'failed';

/** Counts and measures the processing of entities. */
export interface ProcessingMetrics {
  /** A run begins, so long after it was due. */
  started(options: { delaySeconds: number }): void;
  /** The processors are through. */
  processorsCompleted(options: { ok: boolean; seconds: number }): void;
  /** A run is written, or could not be; `seconds` is the whole time of it. */
  completed(options: { result: ProcessingResult; seconds: number }): void;
}

const DEPRECATED = 'DEPRECATED, use OpenTelemetry metrics instead';

/** Under the names of the stock catalog, the deprecated ones included. */
export function createProcessingMetrics(
  metrics: MetricsService,
): ProcessingMetrics {
  const processed = metrics.createCounter('catalog.processed.entities.count', {
    description: 'Amount of entities processed',
  });
  const histogram = (name: string, description: string) =>
    metrics.createHistogram(name, { description, unit: 'seconds' });
  const duration = histogram(
    'catalog.processing.duration',
    'Time spent executing the full processing flow',
  );
  const processorsDuration = histogram(
    'catalog.processors.duration',
    'Time spent executing catalog processors',
  );
  const queueDelay = histogram(
    'catalog.processing.queue.delay',
    'The amount of delay between being scheduled for processing, and the start of actually being processed',
  );
  const prom = promMetrics();

  return {
    started({ delaySeconds }) {
      queueDelay.record(delaySeconds);
      prom.queueDelay.observe(delaySeconds);
    },
    processorsCompleted({ ok, seconds }) {
      const result = ok ? 'ok' : 'failed';
      processorsDuration.record(seconds, { result });
      prom.processorsDuration.observe({ result }, seconds);
    },
    completed({ result, seconds }) {
      processed.add(1, { result });
      prom.processed.inc({ result }, 1);
      if (result === 'failed') return;
      duration.record(seconds, { result });
      prom.duration.observe({ result }, seconds);
    },
  };
}

/** The registry is one for the whole process, so that a second catalog in it finds the metrics of the first. */
function promMetrics() {
  const summary = (name: string, help: string, labelNames: string[] = []) =>
    (register.getSingleMetric(name) as Summary<string> | undefined) ??
    new Summary({ name, help: `${help}, ${DEPRECATED}`, labelNames });
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    (register.getSingleMetric(name) as Counter<string> | undefined) ??
    new Counter({ name, help: `${help}, ${DEPRECATED}`, labelNames });
  return {
    processed: counter(
      'catalog_processed_entities_count',
      'Amount of entities processed',
      ['result'],
    ),
    duration: summary(
      'catalog_processing_duration_seconds',
      'Time spent executing the full processing flow',
      ['result'],
    ),
    processorsDuration: summary(
      'catalog_processors_duration_seconds',
      'Time spent executing catalog processors',
      ['result'],
    ),
    queueDelay: summary(
      'catalog_processing_queue_delay_seconds',
      'The amount of delay between being scheduled for processing, and the start of actually being processed',
    ),
  };
}
