import { InputError } from '@backstage/errors';
import {
  json,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { RouteHandler } from '../RouteHandler';
import type { Routes } from '../Routes';
import { bodyShapes } from './bodyShapes';
import { isPlainJsonRequest } from './isPlainJsonRequest';
import { matchByName } from './matchByName';
import { normaliseQuery } from './normaliseQuery';
import { queryShapes } from './queryShapes';
import type { QueryShape } from './QueryShape';

type FastRoute = {
  shape: QueryShape;
  /** A query parameter that must be there. */
  required?: string;
  handler: RouteHandler;
};
type FastBodyRoute = FastRoute & {
  body: { safeParse(value: unknown): { success: boolean } };
};

/**
 * Answers plain requests to the routes that are asked most, past the OpenAPI validator, which takes longer than the answer. Whatever
 * is not plainly valid goes on to the validated routes, which have the last word on what is an error.
 */
export function createFastRoutes(routes: Routes): RequestHandler {
  const gets = new Map<string, FastRoute>([
    [
      '/entities',
      { shape: queryShapes.entities, handler: routes.listEntities },
    ],
    [
      '/entities/by-query',
      { shape: queryShapes.byQuery, handler: routes.queryEntities },
    ],
    [
      '/entity-facets',
      {
        shape: queryShapes.facets,
        required: 'facet',
        handler: routes.countFacets,
      },
    ],
  ]);
  const posts = new Map<string, FastBodyRoute>([
    [
      '/entities/by-refs',
      {
        shape: queryShapes.byRefs,
        body: bodyShapes.byRefs,
        handler: routes.getEntitiesByRefs,
      },
    ],
    [
      '/entities/by-query',
      {
        shape: queryShapes.none,
        body: bodyShapes.byQuery,
        handler: routes.queryEntitiesByPredicate,
      },
    ],
    [
      '/entity-facets',
      {
        shape: queryShapes.none,
        body: bodyShapes.facets,
        handler: routes.countFacetsByPredicate,
      },
    ],
  ]);
  const parseJson = json();

  function get(request: Request, response: Response, next: NextFunction) {
    const { path } = request;
    const route = gets.get(path);
    if (route) {
      if (!takeQuery(request, route)) return next();
      return run({ handler: route.handler, request, response, next });
    }
    const byName = matchByName(path);
    if (!byName || !takeQuery(request, { shape: queryShapes.none }))
      return next();
    request.params = byName.parameters;
    const handler = byName.isAncestry
      ? routes.getAncestry
      : routes.getEntityByName;
    return run({ handler, request, response, next });
  }

  function post(request: Request, response: Response, next: NextFunction) {
    const route = posts.get(request.path);
    if (!route || !isPlainJsonRequest(request)) return next();
    return parseJson(request, response, error => {
      // As the validated router reports it, which would find the body consumed.
      if (error) next(new InputError((error as Error).message));
      else if (!route.body.safeParse(request.body).success) next();
      else if (!takeQuery(request, route)) next();
      else run({ handler: route.handler, request, response, next });
    });
  }

  return (request, response, next) => {
    if (request.method === 'GET') get(request, response, next);
    else if (request.method === 'POST') post(request, response, next);
    else next();
  };
}

/** Puts the query into the form that the handlers expect. False when that takes the validator. */
function takeQuery(
  request: Request,
  route: { shape: QueryShape; required?: string },
): boolean {
  const query = normaliseQuery(request.query, route.shape);
  if (!query) return false;
  if (route.required && !Object.hasOwn(query, route.required)) return false;
  request.query = query as Request['query'];
  return true;
}

function run(options: {
  handler: RouteHandler;
  request: Request;
  response: Response;
  next: NextFunction;
}): void {
  const { handler, request, response, next } = options;
  handler(request, response).catch(next);
}
