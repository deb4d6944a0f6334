import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type { CatalogProbe } from '../inspection/InspectionContext';
import type { StoredErrors } from './createStoredErrors';
import { createFailingEntities } from './createFailingEntities';
import { forgetMended } from './forgetMended';

const TOPIC = 'experimental.catalog.errors';
/** The others come up for the catalog's own turn within minutes. */
const MOST_READ_AGAIN = 50;

/**
 * What a running catalog tells of itself: how many entities there are, and which of them processing left with an error. It needs no
 * particular catalog: errors stand in the catalog's database, whose tables are stock's, and come as events, on the topic on which stock's
 * catalog publishes them.
 */
export async function createCatalogProbe(options: {
  catalog: CatalogService;
  auth: AuthService;
  events: EventsService;
  /** Where it can be had it counts: it forgets nothing, and keeps nothing too long. */
  stored?: Pick<StoredErrors, 'read'>;
  now(): Date;
}): Promise<CatalogProbe> {
  const { catalog, auth, events, stored, now } = options;
  const since = now().toISOString();
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
      const { totalItems: entities } = await catalog.queryEntities(
        { limit: 0 },
        { credentials },
      );
      const known = await stored?.read();
      if (known) {
        const at = new Map(failing.list().map(({ ref, at: ms }) => [ref, ms]));
        return {
          entities,
          failing: known.failing,
          failures: known.failures.map(failure => ({
            ...failure,
            ...toTime(at.get(failure.ref)),
          })),
        };
      }
      await forgetMended({ catalog, credentials, failing });
      const left = failing.list();
      return {
        entities,
        failing: left.length,
        failures: left.map(failure => ({
          ...failure,
          at: new Date(failure.at).toISOString(),
        })),
        since,
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

function toTime(ms?: number): { at?: string } {
  return ms === undefined ? {} : { at: new Date(ms).toISOString() };
}
