import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { audited } from '../audited';
import { sendEntity } from '../responses/sendEntity';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';

/** `GET /entities/by-name/:kind/:namespace/:name` */
export function getEntityByName(options: RouterOptions): RouteHandler {
  const { entitiesCatalog, httpAuth, auditor } = options;
  return (request, response) => {
    const { kind, namespace, name } = request.params;
    const entityRef = stringifyEntityRef({ kind, namespace, name });
    return audited({
      auditor,
      request,
      eventId: 'entity-fetch',
      meta: { queryType: 'by-name', entityRef },
      async work(succeeded) {
        const { items } = await entitiesCatalog.entitiesBatch({
          entityRefs: [entityRef],
          credentials: await httpAuth.credentials(request),
        });
        const entity = items.entities.at(0);
        if (!entity)
          throw new NotFoundError(
            `No entity named '${name}' found, with kind '${kind}' in namespace '${namespace}'`,
          );
        await succeeded();
        sendEntity(response, entity);
      },
    });
  };
}
