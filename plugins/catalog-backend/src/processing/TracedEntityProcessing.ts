import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { EntityProcessing, ProcessingOutcome } from './EntityProcessing';
import { inSpan } from './tracing';

/** Puts each run in a span of its own, under which the stages show. */
export class TracedEntityProcessing implements EntityProcessing {
  readonly #inner: EntityProcessing;

  constructor(inner: EntityProcessing) {
    this.#inner = inner;
  }

  process(request: {
    entity: Entity;
    state?: JsonObject;
  }): Promise<ProcessingOutcome> {
    return inSpan({
      name: 'ProcessingRun',
      entity: request.entity,
      fn: () => this.#inner.process(request),
    });
  }
}
