import type { FilterPredicate } from '@backstage/filter-predicates';
import type { Request } from 'express';
import { audited } from '../audited';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';

/** `GET` and `POST /entity-facets`, which differ in how the filter is written. */
export function countFacets(
  options: RouterOptions,
  parse: (request: Request) => { facets: string[]; filter?: FilterPredicate },
): RouteHandler {
  const { entitiesCatalog, httpAuth, auditor } = options;
  return (request, response) =>
    audited({
      auditor,
      request,
      eventId: 'entity-facets',
      async work(succeeded) {
        const facets = await entitiesCatalog.facets({
          ...parse(request),
          credentials: await httpAuth.credentials(request),
        });
        await succeeded();
        response.status(200).json(facets);
      },
    });
}
