import { stringifyEntityRef } from '@backstage/catalog-model';
import { audited } from '../audited';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';

/** `GET /entities/by-name/:kind/:namespace/:name/ancestry` */
export function getAncestry(options: RouterOptions): RouteHandler {
  const { entitiesCatalog, httpAuth, auditor } = options;
  return (request, response) => {
    const { kind, namespace, name } = request.params;
    const entityRef = stringifyEntityRef({ kind, namespace, name });
    return audited({
      auditor,
      request,
      eventId: 'entity-fetch',
      meta: { actionType: 'ancestry', entityRef },
      async work(succeeded) {
        const ancestry = await entitiesCatalog.entityAncestry(entityRef, {
          credentials: await httpAuth.credentials(request),
        });
        await succeeded({
          rootEntityRef: ancestry.rootEntityRef,
          ancestry: ancestry.items.map(({ entity, parentEntityRefs }) => ({
            entityRef: stringifyEntityRef(entity),
            parentEntityRefs,
          })),
        });
        response.status(200).json(ancestry);
      },
    });
  };
}
