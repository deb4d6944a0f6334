import { audited } from '../audited';
import { parseBatchBody } from '../requests/parseBatchBody';
import { parseFields } from '../requests/parseFields';
import { parseFilter } from '../requests/parseFilter';
import { sendEntities } from '../responses/sendEntities';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';

/** `POST /entities/by-refs`. The filter of the URL and the predicate of the body must both hold. */
export function getEntitiesByRefs(options: RouterOptions): RouteHandler {
  const { entitiesCatalog, httpAuth, auditor } = options;
  return (request, response) =>
    audited({
      auditor,
      request,
      eventId: 'entity-fetch',
      meta: { queryType: 'by-refs' },
      async work(succeeded) {
        const batch = parseBatchBody(request.body);
        const filter = parseFilter(request.query);
        const { items } = await entitiesCatalog.entitiesBatch({
          entityRefs: batch.entityRefs,
          filter:
            filter && batch.filter
              ? { $all: [filter, batch.filter] }
              : filter ?? batch.filter,
          fields: parseFields(request.query, batch.fields),
          credentials: await httpAuth.credentials(request),
        });
        await succeeded(batch);
        await sendEntities({ response, items, meta: {} });
      },
    });
}
