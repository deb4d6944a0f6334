import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { UsedQuery } from '../UsedQuery';
import type { UsedRoute } from '../UsedRoute';

const ROUTES = resolve(__dirname, '../usedRoutes.json');
const QUERIES = resolve(__dirname, '../usedQueries.json');

/** Both lists of what GitHub is asked for. */
export interface UsageLists {
  routes: UsedRoute[];
  queries: UsedQuery[];
}

/** The lists as they are checked in. */
export function readUsageLists(): UsageLists {
  return {
    routes: JSON.parse(readFileSync(ROUTES, 'utf8')),
    queries: JSON.parse(readFileSync(QUERIES, 'utf8')),
  };
}

/** Writes the lists, laid out as prettier does. */
export function writeUsageLists(lists: UsageLists): void {
  writeFileSync(ROUTES, layOut(lists.routes));
  writeFileSync(QUERIES, layOut(lists.queries));
}

function layOut(list: unknown[]): string {
  const text = JSON.stringify(list, null, 2);
  // Prettier keeps an array on one line where it fits.
  return `${text.replace(
    /^( +"\w+": )\[\n([^\]]*?)\n +\]$/gm,
    (whole, key, items) => {
      const line = `${key}[${items.trim().replace(/\n +/g, ' ')}]`;
      return line.length <= 80 ? line : whole;
    },
  )}\n`;
}
