import type { LocationRow } from './LocationRow';
import type { LocationTable } from './LocationTable';
import { parseScmUrl, type ScmUrl } from './parseScmUrl';

/**
 * The locations of type `url` that are at one of these URLs of repositories or folders, or below. A URL without a branch stands for
 * all branches. Throws for a URL that names no repository.
 */
export async function findLocationsBelow(options: {
  table: LocationTable;
  urls: Iterable<string>;
}): Promise<LocationRow[]> {
  const { table, urls } = options;
  const found = new Map<string, LocationRow>();
  for (const url of urls) {
    const base = parseBase(url);
    // A first choice by the database; what it finds may be too much.
    for (const row of await table.findUrlsWith([base.owner, base.name])) {
      if (isBelow(row.target, base)) found.set(row.id, row);
    }
  }
  return [...found.values()];
}

function parseBase(url: string): ScmUrl {
  let base: ScmUrl;
  try {
    base = parseScmUrl(url);
  } catch {
    throw new Error(`Invalid URL prefix, could not parse: ${url}`);
  }
  if (!base.owner || !base.name) {
    throw new Error(`Invalid URL prefix, missing owner or repository: ${url}`);
  }
  return base;
}

function isBelow(target: string, base: ScmUrl): boolean {
  let url: ScmUrl;
  try {
    url = parseScmUrl(target);
  } catch {
    return false;
  }
  const folder =
    base.filepath === '' || base.filepath.endsWith('/')
      ? base.filepath
      : `${base.filepath}/`;
  return (
    url.protocol === base.protocol &&
    url.resource === base.resource &&
    url.port === base.port &&
    url.organization === base.organization &&
    url.owner === base.owner &&
    url.name === base.name &&
    (!base.ref || url.ref === base.ref) &&
    (url.filepath === base.filepath || url.filepath.startsWith(folder))
  );
}
