import { audited } from '../audited';
import { encodeCursor } from '../requests/encodeCursor';
import {
  type LocationPage,
  parseLocationQuery,
} from '../requests/parseLocationQuery';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';

/** `POST /locations/by-query` */
export function queryLocations(options: RouterOptions): RouteHandler {
  const { locationService, httpAuth, auditor } = options;
  return (request, response) =>
    audited({
      auditor,
      request,
      eventId: 'location-fetch',
      meta: { queryType: 'by-query' },
      async work(succeeded) {
        const page = parseLocationQuery(request.body ?? {});
        const { limit, query } = page;
        // One more shows whether there is a next page.
        const found = await locationService.queryLocations({
          ...page,
          limit: limit + 1,
          credentials: await httpAuth.credentials(request),
        });
        const items = found.items.slice(0, limit);
        const next: LocationPage | undefined =
          found.items.length > limit
            ? { limit, afterId: items.at(-1)?.id, query }
            : undefined;
        await succeeded();
        response.status(200).json({
          items,
          totalItems: found.totalItems,
          pageInfo: { nextCursor: next && encodeCursor(next) },
        });
      },
    });
}
