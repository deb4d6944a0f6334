import { InputError, isError } from '@backstage/errors';
import { z } from 'zod/v3';
import { audited } from '../audited';
import { locationInputSchema } from '../requests/locationInputSchema';
import { parseBody } from '../requests/parseBody';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';

const bodySchema = z.object({
  location: locationInputSchema,
  catalogFilename: z.string().optional(),
});

/** `POST /analyze-location` */
export function analyzeLocation(options: RouterOptions): RouteHandler {
  const { locationAnalyzer, httpAuth, auditor } = options;
  return (request, response) =>
    audited({
      auditor,
      request,
      eventId: 'location-analyze',
      async work(succeeded) {
        const body = parseBody(request, bodySchema);
        const credentials = await httpAuth.credentials(request);
        const output = await locationAnalyzer
          .analyzeLocation(body, credentials)
          .catch(error => {
            throw isUrlError(error)
              ? new InputError('The given location.target is not a URL')
              : error;
          });
        await succeeded({ output });
        response.status(200).json(output);
      },
    });
}

/** The parser of git URLs fails with a plain error that quotes the URL in a property. */
function isUrlError(error: unknown): boolean {
  return isError(error) && error.name === 'Error' && 'subject_url' in error;
}
