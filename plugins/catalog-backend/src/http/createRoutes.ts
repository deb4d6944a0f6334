import { parseFacets } from './requests/parseFacets';
import { parseFacetsBody } from './requests/parseFacetsBody';
import { parseFilter } from './requests/parseFilter';
import { parseQueryBody } from './requests/parseQueryBody';
import { parseQueryParameters } from './requests/parseQueryParameters';
import type { RouterOptions } from './RouterOptions';
import type { Routes } from './Routes';
import { analyzeLocation } from './routes/analyzeLocation';
import { countFacets } from './routes/countFacets';
import { createLocation } from './routes/createLocation';
import { deleteEntity } from './routes/deleteEntity';
import { deleteLocation } from './routes/deleteLocation';
import { getAncestry } from './routes/getAncestry';
import { getEntitiesByRefs } from './routes/getEntitiesByRefs';
import { getEntityByName } from './routes/getEntityByName';
import { getEntityByUid } from './routes/getEntityByUid';
import { getLocation } from './routes/getLocation';
import { getLocationByEntity } from './routes/getLocationByEntity';
import { listEntities } from './routes/listEntities';
import { listLocations } from './routes/listLocations';
import { queryEntities } from './routes/queryEntities';
import { queryLocations } from './routes/queryLocations';
import { refreshEntity } from './routes/refreshEntity';
import { updateLocation } from './routes/updateLocation';
import { validateEntity } from './routes/validateEntity';

export function createRoutes(options: RouterOptions): Routes {
  return {
    refreshEntity: refreshEntity(options),
    listEntities: listEntities(options),
    queryEntities: queryEntities(options, ({ query }) =>
      parseQueryParameters(query),
    ),
    queryEntitiesByPredicate: queryEntities(options, ({ body }) =>
      parseQueryBody(body ?? {}),
    ),
    getEntityByUid: getEntityByUid(options),
    deleteEntity: deleteEntity(options),
    getEntityByName: getEntityByName(options),
    getAncestry: getAncestry(options),
    getEntitiesByRefs: getEntitiesByRefs(options),
    countFacets: countFacets(options, ({ query }) => ({
      filter: parseFilter(query),
      facets: parseFacets(query),
    })),
    countFacetsByPredicate: countFacets(options, ({ body }) =>
      parseFacetsBody(body ?? {}),
    ),
    createLocation: createLocation(options),
    listLocations: listLocations(options),
    queryLocations: queryLocations(options),
    getLocation: getLocation(options),
    updateLocation: updateLocation(options),
    deleteLocation: deleteLocation(options),
    getLocationByEntity: getLocationByEntity(options),
    analyzeLocation: analyzeLocation(options),
    validateEntity: validateEntity(options),
  };
}
