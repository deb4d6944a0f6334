import type { Request } from 'express';
import { audited } from '../audited';
import { encodeCursor } from '../requests/encodeCursor';
import type { parseQueryParameters } from '../requests/parseQueryParameters';
import { sendEntities } from '../responses/sendEntities';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';

/** `GET` and `POST /entities/by-query`, which differ in how the query is written. */
export function queryEntities(
  options: RouterOptions,
  parse: (request: Request) => ReturnType<typeof parseQueryParameters>,
): RouteHandler {
  const { entitiesCatalog, httpAuth, auditor } = options;
  return (request, response) =>
    audited({
      auditor,
      request,
      eventId: 'entity-fetch',
      meta: { queryType: 'by-query' },
      async work(succeeded) {
        const query = parse(request);
        const credentials = await httpAuth.credentials(request);
        const { items, pageInfo, totalItems } =
          await entitiesCatalog.queryEntities({ ...query, credentials });
        const { nextCursor, prevCursor } = pageInfo;
        const meta = {
          totalItems,
          pageInfo: {
            ...(nextCursor && { nextCursor: encodeCursor(nextCursor) }),
            ...(prevCursor && { prevCursor: encodeCursor(prevCursor) }),
          },
        };
        await succeeded(meta);
        await sendEntities({ response, items, meta });
      },
    });
}
