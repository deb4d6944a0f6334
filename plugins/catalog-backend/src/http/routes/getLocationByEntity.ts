import { stringifyEntityRef } from '@backstage/catalog-model';
import { audited } from '../audited';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';

/** `GET /locations/by-entity/:kind/:namespace/:name` */
export function getLocationByEntity(options: RouterOptions): RouteHandler {
  const { locationService, httpAuth, auditor } = options;
  return (request, response) => {
    const { kind, namespace, name } = request.params;
    return audited({
      auditor,
      request,
      eventId: 'location-fetch',
      meta: {
        queryType: 'by-entity',
        locationRef: `${kind}:${namespace}/${name}`,
      },
      async work(succeeded) {
        const output = await locationService.getLocationByEntity(
          stringifyEntityRef({ kind, namespace, name }),
          { credentials: await httpAuth.credentials(request) },
        );
        await succeeded({ output });
        response.status(200).json(output);
      },
    });
  };
}
