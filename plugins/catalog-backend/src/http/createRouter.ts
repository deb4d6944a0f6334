import express, { type Router } from 'express';
import { adviseRetry } from './adviseRetry';
import { createRoutes } from './createRoutes';
import { createValidatedRouter } from './createValidatedRouter';
import { createFastRoutes } from './fast/createFastRoutes';
import type { RouterOptions } from './RouterOptions';

/**
 * The HTTP surface of the catalog: the routes, parameters, answers and errors of the stock catalog. Errors are left to the
 * framework's error middleware, but for `Retry-After`, which goes with every 503.
 */
export function createRouter(options: RouterOptions): Router {
  if (options.config.getOptionalBoolean('catalog.readonly'))
    options.logger.info('Catalog is running in readonly mode');
  const routes = createRoutes(options);
  const router = express.Router();
  router.use(createFastRoutes(routes));
  router.use(createValidatedRouter(routes));
  router.use(adviseRetry);
  return router;
}
