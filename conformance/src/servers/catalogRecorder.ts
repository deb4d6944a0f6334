import { createBackendModule } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import {
  CATALOG_CONFLICTS_TOPIC,
  CATALOG_ERRORS_TOPIC,
} from '@backstage/plugin-catalog-backend';
import { eventsServiceRef } from '@backstage/plugin-events-node';

/** What the catalog says of an entity that it could not process. */
export type CatalogErrors = {
  /** Entity reference. */
  entity: string;
  /** `type:target` of the file that holds the entity. */
  location?: string;
  errors: { name: string; message: string }[];
};

/** Two locations that claim one entity. */
export type CatalogConflict = {
  entityRef: string;
  newLocationKey: string;
  existingLocationKey: string;
};

/** Passes on to the parent process what the catalog publishes about errors and conflicts. */
export const catalogRecorder = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'conformance-recorder',
  register(env) {
    env.registerInit({
      deps: { events: eventsServiceRef },
      async init({ events }) {
        await events.subscribe({
          id: 'conformance-recorder',
          topics: [CATALOG_ERRORS_TOPIC, CATALOG_CONFLICTS_TOPIC],
          async onEvent({ topic, eventPayload }) {
            if (topic === CATALOG_CONFLICTS_TOPIC) {
              const { entityRef, newLocationKey, existingLocationKey } =
                eventPayload as CatalogConflict;
              process.send?.({
                type: 'conflict',
                conflict: { entityRef, newLocationKey, existingLocationKey },
              });
              return;
            }
            const { entity, location, errors } = eventPayload as CatalogErrors;
            process.send?.({
              type: 'errors',
              errors: {
                entity,
                location,
                errors: errors.map(error => ({
                  name: error.name,
                  // Adds the causes, which say what is really wrong.
                  message: new ForwardedError('', error).message.replace(
                    /^(; )?caused by /,
                    '',
                  ),
                })),
              },
            });
          },
        });
      },
    });
  },
});
