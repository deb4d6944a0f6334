import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ScannedPackage } from './readPackages';

/** Octokit's methods, as `repos.get`, to GitHub's templates, as `GET /repos/{owner}/{repo}`. */
export type EndpointTable = (method: {
  namespace: string;
  name: string;
}) => string | undefined;

type Endpoint = { endpoint: { DEFAULTS: { method: string; url: string } } };
type Rest = Record<string, Record<string, Endpoint>>;

/** One table for each Octokit with methods that the package depends on, in the version that it gets. */
export function endpointTables(options: {
  package: ScannedPackage;
}): EndpointTable[] {
  const { directory, dependencies } = options.package;
  return ['octokit', '@octokit/rest']
    .filter(name => dependencies.includes(name))
    .map(name => {
      const rest = restOf({ directory, name });
      return ({ namespace, name: method }) =>
        templateOf({ rest, namespace, method });
    });
}

/** Every template of the newest Octokit that is installed. */
export function allTemplates(options: { root: string }): string[] {
  const rest = restOf({ directory: options.root, name: 'octokit' });
  return Object.keys(rest).flatMap(namespace =>
    Object.keys(rest[namespace]).flatMap(
      method => templateOf({ rest, namespace, method }) ?? [],
    ),
  );
}

function restOf(options: { directory: string; name: string }): Rest {
  const { directory, name } = options;
  const { Octokit } = createRequire(join(directory, 'package.json'))(name);
  return new Octokit().rest;
}

function templateOf(options: {
  rest: Rest;
  namespace: string;
  method: string;
}): string | undefined {
  const { rest, namespace, method } = options;
  if (!Object.hasOwn(rest, namespace)) {
    return undefined;
  }
  try {
    const { DEFAULTS } = rest[namespace][method].endpoint;
    return `${DEFAULTS.method} ${DEFAULTS.url}`;
  } catch {
    // Octokit's proxies throw, or answer nothing, for a method that is not there; old ones cannot be asked whether it is.
    return undefined;
  }
}
