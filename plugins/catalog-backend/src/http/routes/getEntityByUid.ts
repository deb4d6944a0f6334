import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { audited } from '../audited';
import { sendEntity } from '../responses/sendEntity';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';

/** `GET /entities/by-uid/:uid` */
export function getEntityByUid(options: RouterOptions): RouteHandler {
  const { entitiesCatalog, httpAuth, auditor } = options;
  return (request, response) => {
    const { uid } = request.params;
    return audited({
      auditor,
      request,
      eventId: 'entity-fetch',
      meta: { queryType: 'by-uid', uid },
      async work(succeeded) {
        const { entities } = await entitiesCatalog.entities({
          filter: { 'metadata.uid': uid },
          credentials: await httpAuth.credentials(request),
        });
        const found = entities.entities.at(0);
        if (!found) throw new NotFoundError(`No entity with uid ${uid}`);
        const entity: Entity =
          typeof found === 'string' ? JSON.parse(found) : found;
        await succeeded({ entities: [stringifyEntityRef(entity)] });
        sendEntity(response, found);
      },
    });
  };
}
