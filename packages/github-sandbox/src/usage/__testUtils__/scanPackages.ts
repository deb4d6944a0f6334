import type { UsedQuery } from '../UsedQuery';
import type { UsedRoute } from '../UsedRoute';
import { assembledQueries } from './assembledQueries';
import { allTemplates, endpointTables } from './endpointTables';
import { findQueries } from './findQueries';
import { findRoutes } from './findRoutes';
import { listPackages } from './listPackages';
import { plainFetches } from './plainFetches';
import { readSources } from './readSources';

/** Reads what the installed packages and ours ask of GitHub off their code: routes and queries, each with who asks, in one order. */
export function scanPackages(options: { root: string }): {
  routes: UsedRoute[];
  queries: UsedQuery[];
} {
  const templates = allTemplates(options);
  const routes = new Map<string, Set<string>>();
  const queries = new Map<string, UsedQuery>();
  for (const scanned of listPackages(options)) {
    const tables = endpointTables({ package: scanned });
    const assembled = assembledQueries.filter(
      one => one.package === scanned.name,
    );
    for (const { file, tree } of readSources({ package: scanned })) {
      for (const route of findRoutes({ tree, tables, templates })) {
        usersOf(routes, route).add(scanned.name);
      }
      const assembledIn = assembled
        .filter(one => one.file === file)
        .map(({ definedIn }) => definedIn);
      for (const query of findQueries({ tree, assembledIn })) {
        const known = queries.get(query.text);
        const usedBy = new Set([...(known?.usedBy ?? []), scanned.name]);
        queries.set(query.text, { ...query, usedBy: [...usedBy].sort() });
      }
    }
  }
  for (const { route, package: name, usedBy = [name] } of plainFetches) {
    usedBy.forEach(user => usersOf(routes, route).add(user));
  }
  return {
    routes: [...routes]
      .map(([route, users]) => ({ route, usedBy: [...users].sort() }))
      .sort((a, b) => compare(pathFirst(a.route), pathFirst(b.route))),
    queries: [...queries.values()].sort((a, b) =>
      compare(`${a.definedIn} ${a.text}`, `${b.definedIn} ${b.text}`),
    ),
  };
}

function usersOf(routes: Map<string, Set<string>>, route: string): Set<string> {
  const users = routes.get(route) ?? new Set();
  routes.set(route, users);
  return users;
}

/** Routes of one path stand together. */
function pathFirst(route: string): string {
  const [method, path = ''] = route.split(' ');
  return `${path} ${method}`;
}

/** By code units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
