import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import type { Router } from 'express';
import { openApiDocument } from './openapi/openApiDocument';
import type { Routes } from './Routes';

/** All routes, behind the validation of requests by the contract, and the contract itself at `/openapi.json`. */
export function createValidatedRouter(routes: Routes): Router {
  const router = createValidatedOpenApiRouterFromGeneratedEndpointMap(
    // The validator changes the document that it is given.
    structuredClone(openApiDocument) as any,
    {
      validatorOptions: {
        // Its errors come in a format of its own, which the handler makes.
        ignorePaths: /^\/validate-entity\/?$/,
      },
    },
  ) as unknown as Router;

  const byName = '/entities/by-name/:kind/:namespace/:name';
  router
    .post('/refresh', routes.refreshEntity)
    .get('/entities', routes.listEntities)
    .get('/entities/by-query', routes.queryEntities)
    .post('/entities/by-query', routes.queryEntitiesByPredicate)
    .get('/entities/by-uid/:uid', routes.getEntityByUid)
    .delete('/entities/by-uid/:uid', routes.deleteEntity)
    .get(byName, routes.getEntityByName)
    .get(`${byName}/ancestry`, routes.getAncestry)
    .post('/entities/by-refs', routes.getEntitiesByRefs)
    .get('/entity-facets', routes.countFacets)
    .post('/entity-facets', routes.countFacetsByPredicate)
    .post('/locations', routes.createLocation)
    .get('/locations', routes.listLocations)
    .post('/locations/by-query', routes.queryLocations)
    .get('/locations/:id', routes.getLocation)
    .put('/locations/:id', routes.updateLocation)
    .delete('/locations/:id', routes.deleteLocation)
    .get(
      '/locations/by-entity/:kind/:namespace/:name',
      routes.getLocationByEntity,
    )
    .post('/analyze-location', routes.analyzeLocation)
    .post('/validate-entity', routes.validateEntity);
  return router;
}
