import { audited } from '../audited';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';

/** `POST /refresh` */
export function refreshEntity(options: RouterOptions): RouteHandler {
  const { refreshService, auth, httpAuth, auditor } = options;
  return (request, response) => {
    const { authorizationToken, entityRef } = request.body;
    return audited({
      auditor,
      request,
      eventId: 'entity-mutate',
      severityLevel: 'medium',
      meta: { queryType: 'refresh', entityRef },
      async work(succeeded) {
        const credentials = authorizationToken
          ? await auth.authenticate(authorizationToken)
          : await httpAuth.credentials(request);
        await refreshService.refresh({ entityRef, credentials });
        await succeeded();
        response.status(200).end();
      },
    });
  };
}
