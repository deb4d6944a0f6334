import type { LoggedRequest, RequestLog } from '../core/requests/RequestLog';
import { maskSecrets } from './maskSecrets';

/** Keeps the last `limit` requests. */
export function createRequestLog(options: { limit?: number } = {}): RequestLog {
  const { limit = 20_000 } = options;
  let requests: LoggedRequest[] = [];
  let count = 0;
  let lastId = 0;
  return {
    add(request) {
      count += 1;
      lastId += 1;
      requests.push({ id: lastId, ...masked(request) });
      // In blocks, so that a full log does not move all entries with every request.
      if (requests.length > limit * 1.1) requests = requests.slice(-limit);
    },
    all: () => requests.slice(-limit),
    clear() {
      requests = [];
      count = 0;
    },
    count: () => count,
  };
}

/** Texts that come from outside may have a secret anywhere. */
function masked(request: Omit<LoggedRequest, 'id'>): typeof request {
  const { path, userAgent, graphql } = request;
  return {
    ...request,
    path: maskSecrets(path),
    userAgent: userAgent && maskSecrets(userAgent),
    ...(graphql && {
      graphql: { ...graphql, query: maskSecrets(graphql.query) },
    }),
  };
}
