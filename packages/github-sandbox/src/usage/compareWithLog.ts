import { parse, print } from 'graphql';
import type { LoggedRequest } from '../core/requests/RequestLog';
import type { UsedQuery } from './UsedQuery';
import type { UsedRoute } from './UsedRoute';

/** How a log of requests differs from what was read off the packages' code. All four are empty where both say the same. */
export interface LogComparison {
  /** Routes that were asked for but are not in the list; `GET /x?y` as it was sent where no route answered. */
  unlistedRoutes: string[];
  /** Listed routes that nobody asked for. */
  unseenRoutes: string[];
  /** The texts of queries that were sent but are not in the list. */
  unlistedQueries: string[];
  /** Listed queries that nobody sent. */
  unseenQueries: UsedQuery[];
}

/** Compares the requests that packages made with the lists of what their code can ask for. White space in queries does not count. */
export function compareWithLog(options: {
  logged: Array<Pick<LoggedRequest, 'method' | 'path' | 'route' | 'graphql'>>;
  routes: UsedRoute[];
  queries: UsedQuery[];
}): LogComparison {
  const { logged, routes, queries } = options;
  const seenRoutes = new Set(
    logged.map(({ method, path, route }) => route ?? `${method} ${path}`),
  );
  const seenQueries = new Set(
    logged.flatMap(({ graphql }) => (graphql ? [same(graphql.query)] : [])),
  );
  const listedRoutes = new Set(routes.map(({ route }) => route));
  const listedQueries = new Set(queries.map(({ text }) => same(text)));
  return {
    unlistedRoutes: [...seenRoutes]
      .filter(route => !listedRoutes.has(route))
      .sort(),
    unseenRoutes: [...listedRoutes]
      .filter(route => !seenRoutes.has(route))
      .sort(),
    unlistedQueries: [...seenQueries]
      .filter(query => !listedQueries.has(query))
      .sort(),
    unseenQueries: queries.filter(({ text }) => !seenQueries.has(same(text))),
  };
}

/** One form for all ways to write a query. A text that is none stays as it is: it was sent, so it counts. */
function same(query: string): string {
  try {
    return print(parse(query));
  } catch {
    return query;
  }
}
