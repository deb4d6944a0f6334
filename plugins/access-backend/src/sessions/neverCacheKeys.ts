import type { RequestHandler } from 'express';

/**
 * Keeps caches in front of the portal, such as those of a service mesh, from keeping the public keys with which tokens are checked: with a
 * kept list, tokens of a new key are refused until it expires. Has to come before the routes.
 */
export function neverCacheKeys(): RequestHandler {
  return (request, response, next) => {
    if (request.path.endsWith('/jwks.json')) {
      response.setHeader('cache-control', 'no-store');
    }
    next();
  };
}
