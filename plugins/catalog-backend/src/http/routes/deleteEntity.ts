import { audited } from '../audited';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';

/** `DELETE /entities/by-uid/:uid` */
export function deleteEntity(options: RouterOptions): RouteHandler {
  const { entitiesCatalog, httpAuth, auditor } = options;
  return (request, response) => {
    const { uid } = request.params;
    return audited({
      auditor,
      request,
      eventId: 'entity-mutate',
      severityLevel: 'medium',
      meta: { actionType: 'delete', uid },
      async work(succeeded) {
        await entitiesCatalog.removeEntityByUid(uid, {
          credentials: await httpAuth.credentials(request),
        });
        await succeeded();
        response.status(204).end();
      },
    });
  };
}
