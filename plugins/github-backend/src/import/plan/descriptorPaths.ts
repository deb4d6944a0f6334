import type { RepositorySource } from '../../config/GithubSettings';

const DEFAULT_PATH = 'catalog-info.yaml';

/** Where descriptors are looked for, `REF:PATH`, exact paths alone. */
export function wantedFiles(sources: RepositorySource[]): string[] {
  const wanted = sources.flatMap(({ catalogPaths, filters }) =>
    catalogPaths
      .filter(isExact)
      .map(path => `${filters.branch ?? 'HEAD'}:${path}`),
  );
  return [...new Set(wanted.length > 0 ? wanted : [`HEAD:${DEFAULT_PATH}`])];
}

/** Where a new descriptor goes, so that it is found. */
export function newDescriptorPath(sources: RepositorySource[]): string {
  return (
    sources.flatMap(source => source.catalogPaths).find(isExact) ?? DEFAULT_PATH
  );
}

function isExact(path: string) {
  return !/[*?[\]{}!]/.test(path);
}
