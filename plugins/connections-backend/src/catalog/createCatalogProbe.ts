import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { CatalogProbe } from '../inspection/InspectionContext';
import { createFailingEntities } from './createFailingEntities';

const TOPIC = 'experimental.catalog.errors';
/** The others come up for the catalog's own turn within minutes. */
const MOST_READ_AGAIN = 50;

/**
 * What a running catalog tells of itself: how many entities there are, and which of them processing left with an error. It needs no
 * particular catalog: errors come as events, on the topic on which stock's catalog publishes them.
 */
export async function createCatalogProbe(options: {
  catalog: CatalogService;
  auth: AuthService;
  events: EventsService;
  now(): Date;
}): Promise<CatalogProbe> {
  const { catalog, auth, events, now } = options;
  const failing = createFailingEntities({ now });

  await events.subscribe({
    id: 'connections-catalog-errors',
    topics: [TOPIC],
    async onEvent({ eventPayload }) {
      failing.record(eventPayload);
    },
  });

  return {
    async counts() {
      const credentials = await auth.getOwnServiceCredentials();
      const { totalItems } = await catalog.queryEntities(
        { limit: 0 },
        { credentials },
      );
      const refs = failing.refs();
      if (refs.length > 0) {
        const { items } = await catalog.getEntitiesByRefs(
          { entityRefs: refs, fields: ['metadata.uid', 'status'] },
          { credentials },
        );
        // Mended: the catalog has it, without an error.
        refs.forEach((ref, index) => {
          const found = items[index] as
            | { status?: { items?: { level?: string }[] } }
            | undefined;
          const errors = found?.status?.items?.filter(
            ({ level }) => level === 'error',
          );
          if (found && !errors?.length) failing.forget(ref);
        });
      }
      const left = failing.list();
      return {
        entities: totalItems,
        failing: left.length,
        failures: left.map(failure => ({
          ...failure,
          at: new Date(failure.at).toISOString(),
        })),
      };
    },
    async readAgain(refs) {
      const credentials = await auth.getOwnServiceCredentials();
      // One that is gone meanwhile needs no reading.
      await Promise.allSettled(
        refs
          .slice(0, MOST_READ_AGAIN)
          .map(ref => catalog.refreshEntity(ref, { credentials })),
      );
    },
  };
}
