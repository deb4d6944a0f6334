import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPackage, readPackages, type ScannedPackage } from './readPackages';

const SCOPES = ['@backstage', '@backstage-community', '@roadiehq'];
/** Octokit's packages but for those that hold types and descriptions only. */
const CLIENT =
  /^(@octokit\/(?!.*types$|graphql-schema$|openapi$|tsconfig$)|octokit$|octokit-|passport-github)/;

/** Hands out clients to the workspace's other plugins. */
const OUR_CLIENT = '@callboard/plugin-github-node';

/**
 * The packages that depend on a client of GitHub: installed ones of Backstage's scopes, the workspace's own, and the clients themselves
 * (Octokit's packages call GitHub on their own behalf, for tokens). What reaches GitHub without a client is in `plainFetches`.
 */
export function listPackages(options: { root: string }): ScannedPackage[] {
  const { root } = options;
  const found = new Map<string, ScannedPackage>();
  const queue = [
    ...readPackages({
      folders: SCOPES.map(scope => join(root, 'node_modules', scope)),
      own: false,
    }),
    ...listOwnPackages({ root }),
  ].filter(({ dependencies }) =>
    dependencies.some(name => name === OUR_CLIENT || CLIENT.test(name)),
  );
  for (let next = queue.shift(); next; next = queue.shift()) {
    if (!found.has(next.directory)) {
      found.set(next.directory, next);
      queue.push(...clientsOf(next));
    }
  }
  return [...found.values()];
}

/** The workspace's packages and plugins, but for this server itself. */
export function listOwnPackages(options: { root: string }): ScannedPackage[] {
  return readPackages({
    folders: ['packages', 'plugins'].map(name => join(options.root, name)),
    own: true,
  }).filter(({ name }) => name !== '@callboard/github-sandbox');
}

function clientsOf(dependent: ScannedPackage): ScannedPackage[] {
  return dependent.dependencies
    .filter(name => CLIENT.test(name))
    .flatMap(name => resolveFrom({ from: dependent.directory, name }) ?? [])
    .map(directory => readPackage({ directory, own: false }));
}

/** Node's own search, without a package's `exports`, which hide package.json. */
function resolveFrom(options: {
  from: string;
  name: string;
}): string | undefined {
  const { from, name } = options;
  const directory = join(from, 'node_modules', name);
  if (existsSync(join(directory, 'package.json'))) {
    return directory;
  }
  const parent = dirname(from);
  return parent === from ? undefined : resolveFrom({ from: parent, name });
}
