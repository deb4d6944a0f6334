import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import express from 'express';
import Router from 'express-promise-router';
import type { ArrivalStore } from './arrivals/ArrivalStore';
import { listArrivals } from './arrivals/listArrivals';

const DEFAULT_LIMIT = 6;
const MAX_LIMIT = 50;

/**
 * `GET /new?limit=N`, N from 1 to 50: `{ watchingSince?, items: [{ entityRef, kind, name, firstSeenAt }] }`, newest first,
 * times in ISO 8601. Only what the caller may read is in it. 400 when the limit is none.
 */
export function createRouter(options: {
  store: ArrivalStore;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
}): express.Router {
  const { store, catalog, httpAuth } = options;
  const router = Router();

  router.get('/new', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(
      await listArrivals({
        store,
        catalog,
        credentials,
        limit: readLimit(request.query.limit),
      }),
    );
  });
  return router;
}

function readLimit(value: unknown): number {
  if (value === undefined) return DEFAULT_LIMIT;
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new InputError(
      `limit must be a whole number from 1 to ${MAX_LIMIT}, not '${value}'`,
    );
  return limit;
}
