import type { RouteHandler } from './RouteHandler';

/** The handlers of all routes. */
export type Routes = Record<
  | 'refreshEntity'
  | 'listEntities'
  | 'queryEntities'
  | 'queryEntitiesByPredicate'
  | 'getEntityByUid'
  | 'deleteEntity'
  | 'getEntityByName'
  | 'getAncestry'
  | 'getEntitiesByRefs'
  | 'countFacets'
  | 'countFacetsByPredicate'
  | 'createLocation'
  | 'listLocations'
  | 'queryLocations'
  | 'getLocation'
  | 'updateLocation'
  | 'deleteLocation'
  | 'getLocationByEntity'
  | 'analyzeLocation'
  | 'validateEntity',
  RouteHandler
>;
