import { audited } from '../audited';
import { locationInputSchema } from '../requests/locationInputSchema';
import { parseBody } from '../requests/parseBody';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';
import { assertWritable } from './assertWritable';

/** `PUT /locations/:id` */
export function updateLocation(options: RouterOptions): RouteHandler {
  const { locationService, httpAuth, auditor, config } = options;
  return async (request, response) => {
    const { id } = request.params;
    const location = parseBody(request, locationInputSchema);
    await audited({
      auditor,
      request,
      eventId: 'location-mutate',
      severityLevel: 'medium',
      meta: { actionType: 'update', id, location },
      async work(succeeded) {
        assertWritable(config);
        const output = await locationService.updateLocation(id, location, {
          credentials: await httpAuth.credentials(request),
        });
        await succeeded({ location: output });
        response.status(200).json(output);
      },
    });
  };
}
