import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  CATALOG_CONFLICTS_TOPIC,
  CATALOG_ERRORS_TOPIC,
} from '@backstage/plugin-catalog-backend';
import { eventsServiceRef } from '@backstage/plugin-events-node';

/** Records what a catalog publishes about errors and conflicts. */
export function recordEvents() {
  const events = new Set<string>();
  const feature = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'conformance-events',
    register(env) {
      env.registerInit({
        deps: { service: eventsServiceRef },
        async init({ service }) {
          await service.subscribe({
            id: 'conformance',
            topics: [CATALOG_ERRORS_TOPIC, CATALOG_CONFLICTS_TOPIC],
            async onEvent({ topic, eventPayload }) {
              events.add(`${topic} ${describe(eventPayload)}`);
            },
          });
        },
      });
    },
  });
  return {
    feature,
    /** What was published so far, each once: how often, depends on how often an engine processes. */
    seen: () => [...events].sort(),
  };
}

function describe(payload: any): string {
  const { entity, location, errors, entityRef } = payload;
  return entity
    ? `${entity} at ${location}: ${errors
        .map((error: Error) => `${error.name}: ${error.message}`)
        .join('; ')}`
    : `${entityRef} of ${payload.existingLocationKey}, claimed by ${payload.newLocationKey}`;
}
