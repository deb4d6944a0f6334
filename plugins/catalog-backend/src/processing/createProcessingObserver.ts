import type { LoggerService } from '@backstage/backend-plugin-api';
import { ANNOTATION_LOCATION, type Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { CATALOG_ERRORS_TOPIC } from '@backstage/plugin-catalog-backend';
import type { EventsService } from '@backstage/plugin-events-node';
import type { ProcessingObserver } from '../ingestion/ProcessingLoop';
import type { ProcessingMetrics } from './processingMetrics';

/** What a module wants to be told of. */
export type ProcessingErrorHandler = (event: {
  unprocessedEntity: Entity;
  errors: Error[];
}) => Promise<void> | void;

/** Turns what happens in processing into metrics, events, and calls of the module that asked for errors. */
export function createProcessingObserver(options: {
  metrics: ProcessingMetrics;
  events: EventsService;
  logger: LoggerService;
  onProcessingError?: ProcessingErrorHandler;
  /** Epoch, ms. */
  now: () => number;
}): ProcessingObserver {
  const { metrics, events, logger, onProcessingError, now } = options;
  const debug = (what: string) => (error: unknown) =>
    logger.debug(`${what} failed, ${stringifyError(error)}`);

  return {
    onStart(item) {
      const startedAt = now();
      metrics.started({
        delaySeconds: Math.max(0, startedAt - item.dueAt) / 1000,
      });
      return ({ outcome }, change) => {
        const { ok, errors } = outcome;
        const { unprocessedEntity, entityRef } = item;
        metrics.completed({
          result: change === 'changed' && !ok ? 'errors' : change,
          seconds: (now() - startedAt) / 1000,
        });
        if (errors.length > 0) {
          const location =
            unprocessedEntity.metadata?.annotations?.[ANNOTATION_LOCATION];
          events
            .publish({
              topic: CATALOG_ERRORS_TOPIC,
              eventPayload: { entity: entityRef, location, errors },
            })
            .catch(debug('Publishing of processing errors'));
        }
        if (!ok && change === 'changed' && onProcessingError) {
          Promise.resolve()
            .then(() => onProcessingError({ unprocessedEntity, errors }))
            .catch(debug('The listener for processing errors'));
        }
      };
    },
  };
}
