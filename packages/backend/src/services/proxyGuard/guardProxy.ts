import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { RequestHandler } from 'express';
import { readingsOf } from './readingsOf';

const PREFIX = '/api/proxy';
const OPEN = 'dangerously-allow-unauthenticated';

interface Endpoint {
  /** In lower case, without a slash at the end. */
  route: string;
  isOpen: boolean;
}

/**
 * Keeps an open endpoint of the proxy from being a way to one that asks for credentials. Stock asks the first endpoint whose route a path
 * begins with; a path such as `/open//secret`, which what stands behind reads as `/open/secret`, would so pass as part of `/open`. Where a
 * reading of a path belongs to an endpoint with credentials, and the path as written does not, the answer is 400.
 */
export function guardProxy(options: {
  config: RootConfigService;
}): RequestHandler {
  const { config } = options;
  return (request, response, next) => {
    const path = request.path;
    const [reading] = readingsOf(path);
    if (!isBelow(reading, PREFIX) && !path.toLowerCase().startsWith(PREFIX)) {
      next();
      return;
    }
    const endpoints = readEndpoints(config);
    // As express compares it with routes: not decoded.
    const written = path.slice(PREFIX.length).toLowerCase();
    const first = endpoints.find(({ route }) => isBelow(written, route));
    const isTrick =
      (!first || first.isOpen) &&
      readingsOf(path).some(
        one =>
          (first && !isBelow(one, PREFIX)) ||
          endpoints.some(
            ({ route, isOpen }) =>
              !isOpen && isBelow(one.slice(PREFIX.length), route),
          ),
      );
    if (isTrick) {
      response.status(400).json({
        error: {
          name: 'InputError',
          message: 'The path can be read in more than one way',
        },
        response: { statusCode: 400 },
      });
      return;
    }
    next();
  };
}

function isBelow(path: string, route: string): boolean {
  return path === route || path.startsWith(`${route}/`);
}

/** At each request, since the configuration may change while the portal runs. */
function readEndpoints(config: RootConfigService): Endpoint[] {
  const endpoints = config.getOptional('proxy.endpoints') ?? {};
  if (typeof endpoints !== 'object' || Array.isArray(endpoints)) return [];
  return Object.entries(endpoints ?? {}).map(([route, endpoint]) => ({
    route: `/${route.replace(/^\/+|\/+$/g, '')}`.toLowerCase(),
    isOpen:
      typeof endpoint === 'object' &&
      endpoint !== null &&
      !Array.isArray(endpoint) &&
      endpoint.credentials === OPEN,
  }));
}
