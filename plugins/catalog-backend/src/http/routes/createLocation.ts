import yn from 'yn';
import type { LocationConflictStrategy } from '../../locations/LocationService';
import { audited } from '../audited';
import { locationInputSchema } from '../requests/locationInputSchema';
import { parseBody } from '../requests/parseBody';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';
import { assertWritable } from './assertWritable';

/** `POST /locations` */
export function createLocation(options: RouterOptions): RouteHandler {
  const { locationService, httpAuth, auditor, config } = options;
  return async (request, response) => {
    const location = parseBody(request, locationInputSchema);
    const isDryRun = yn(request.query.dryRun, { default: false });
    await audited({
      auditor,
      request,
      eventId: 'location-mutate',
      severityLevel: isDryRun ? 'low' : 'medium',
      meta: { actionType: 'create', location, isDryRun },
      failureMeta: { location, isDryRun },
      async work(succeeded) {
        if (!isDryRun) assertWritable(config);
        const output = await locationService.createLocation(
          location,
          isDryRun,
          {
            onConflict: request.query.onConflict as
              | LocationConflictStrategy
              | undefined,
            credentials: await httpAuth.credentials(request),
          },
        );
        await succeeded({ location: output.location });
        response.status(201).json(output);
      },
    });
  };
}
