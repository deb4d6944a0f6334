import path from 'node:path';
import type { Config } from '@backstage/config';
import type { Problem } from '../problems/Problem';
import { ProblemsError } from '../problems/ProblemsError';

const KEY = 'backend.database';

/**
 * Which kind of database the portal uses. Throws a `ProblemsError` when not all of it would be in a backup: SQLite in memory or outside the
 * data directory, plugins with a database of their own, a client that is neither SQLite nor PostgreSQL.
 */
export function databaseOf(options: {
  config: Config;
  data: string;
  root: string;
}): 'better-sqlite3' | 'pg' {
  const { config } = options;
  const client = config.getOptionalString(`${KEY}.client`);
  const problems = [
    ...pluginProblems({ config }),
    ...(client === 'better-sqlite3' ? sqliteProblems(options) : []),
  ];
  if (client !== 'better-sqlite3' && client !== 'pg') {
    problems.push({
      problem: `a backup of the database client ${client} is not supported`,
      where: `${KEY}.client`,
      remedy:
        'back up that database with its own tools, and the data directory as files while the portal is stopped',
    });
  }
  if (problems.length > 0) {
    throw new ProblemsError(problems);
  }
  return client as 'better-sqlite3' | 'pg';
}

function pluginProblems(options: { config: Config }): Problem[] {
  const plugins = options.config.getOptionalConfig(`${KEY}.plugin`);
  return (plugins?.keys() ?? [])
    .filter(
      id => plugins!.has(`${id}.client`) || plugins!.has(`${id}.connection`),
    )
    .map(id => ({
      problem: `the plugin ${id} has a database of its own, which would be missing from the backup`,
      where: `${KEY}.plugin.${id}`,
      remedy:
        'back up that database with its own tools, or remove the key so that the plugin uses the common one',
    }));
}

function sqliteProblems(options: {
  config: Config;
  data: string;
  root: string;
}): Problem[] {
  const { config, data, root } = options;
  const connection = config.getOptional<
    string | { directory?: string; filename?: string }
  >(`${KEY}.connection`);
  const place =
    typeof connection === 'string'
      ? connection
      : connection?.directory ?? connection?.filename ?? ':memory:';
  if (place === ':memory:') {
    return [
      {
        problem: 'the databases are in memory, so there is nothing to back up',
        where: `${KEY}.connection`,
        remedy:
          'remove the key: by default the databases lie in the data directory',
      },
    ];
  }
  const isInside = !path
    .relative(data, path.resolve(root, place))
    .startsWith('..');
  return isInside
    ? []
    : [
        {
          problem: 'the databases lie outside the data directory',
          where: `${KEY}.connection`,
          cause: `they are in ${path.resolve(
            root,
            place,
          )}, and the data directory is ${data}`,
          remedy:
            'remove the key and move the files into the folder `databases` of the data directory',
        },
      ];
}
