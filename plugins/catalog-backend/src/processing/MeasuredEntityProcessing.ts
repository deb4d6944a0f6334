import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { EntityProcessing, ProcessingOutcome } from './EntityProcessing';
import type { ProcessingMetrics } from './processingMetrics';

/** Measures how long the processors take. */
export class MeasuredEntityProcessing implements EntityProcessing {
  readonly #inner: EntityProcessing;
  readonly #metrics: ProcessingMetrics;
  readonly #now: () => number;

  constructor(options: {
    inner: EntityProcessing;
    metrics: ProcessingMetrics;
    /** A time in ms that never goes back. */
    now: () => number;
  }) {
    this.#inner = options.inner;
    this.#metrics = options.metrics;
    this.#now = options.now;
  }

  async process(request: {
    entity: Entity;
    state?: JsonObject;
  }): Promise<ProcessingOutcome> {
    const startedAt = this.#now();
    const outcome = await this.#inner.process(request);
    const seconds = (this.#now() - startedAt) / 1000;
    this.#metrics.processorsCompleted({ ok: outcome.ok, seconds });
    return outcome;
  }
}
