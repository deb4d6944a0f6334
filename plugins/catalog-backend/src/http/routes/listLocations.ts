import { audited } from '../audited';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';

/** `GET /locations` */
export function listLocations(options: RouterOptions): RouteHandler {
  const { locationService, httpAuth, auditor } = options;
  return (request, response) =>
    audited({
      auditor,
      request,
      eventId: 'location-fetch',
      meta: { queryType: 'all' },
      async work(succeeded) {
        const locations = await locationService.listLocations({
          credentials: await httpAuth.credentials(request),
        });
        await succeeded();
        response.status(200).json(locations.map(data => ({ data })));
      },
    });
}
