import type { StockGitHub } from './openStockGitHub';
import { TEST_AGENT } from './TEST_AGENT';

/** What stock has asked of the sandbox so far. */
export function requestsOf({ sandbox }: StockGitHub) {
  return sandbox.sandbox.requests
    .all()
    .filter(({ userAgent }) => !userAgent?.includes(TEST_AGENT))
    .map(request => ({
      ...request,
      // HEAD is answered by the route of GET, and logged as such.
      route:
        request.method === 'HEAD'
          ? request.route?.replace('GET ', 'HEAD ')
          : request.route,
    }));
}
