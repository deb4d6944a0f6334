import { audited } from '../audited';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';

/** `GET /locations/:id` */
export function getLocation(options: RouterOptions): RouteHandler {
  const { locationService, httpAuth, auditor } = options;
  return (request, response) => {
    const { id } = request.params;
    return audited({
      auditor,
      request,
      eventId: 'location-fetch',
      meta: { queryType: 'by-id', id },
      async work(succeeded) {
        const output = await locationService.getLocation(id, {
          credentials: await httpAuth.credentials(request),
        });
        await succeeded({ output });
        response.status(200).json(output);
      },
    });
  };
}
