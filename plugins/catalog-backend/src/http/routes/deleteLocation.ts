import { audited } from '../audited';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';
import { assertWritable } from './assertWritable';

/** `DELETE /locations/:id` */
export function deleteLocation(options: RouterOptions): RouteHandler {
  const { locationService, httpAuth, auditor, config } = options;
  return (request, response) => {
    const { id } = request.params;
    return audited({
      auditor,
      request,
      eventId: 'location-mutate',
      severityLevel: 'medium',
      meta: { actionType: 'delete', id },
      async work(succeeded) {
        assertWritable(config);
        await locationService.deleteLocation(id, {
          credentials: await httpAuth.credentials(request),
        });
        await succeeded();
        response.status(204).end();
      },
    });
  };
}
