import type { Config } from '@backstage/config';
import type { ProblemList } from './createProblemList';

const DEFAULT_PATH = 'catalog-info.yaml';

/** `catalogPath`, a text as in stock or a list of several, without slashes in front and each once. */
export function readCatalogPaths(options: {
  at: string;
  block: Config;
  problems: ProblemList;
}): string[] {
  const { at, block, problems } = options;
  const key = `${at}.catalogPath`;
  const written = problems.attempt(key, () =>
    Array.isArray(block.getOptional('catalogPath'))
      ? block.getStringArray('catalogPath')
      : [block.getOptionalString('catalogPath') ?? DEFAULT_PATH],
  );
  if (!written) return [DEFAULT_PATH];
  if (written.length === 0) {
    problems.add(key, `it is an empty list; remove it to get ${DEFAULT_PATH}`);
    return [DEFAULT_PATH];
  }
  const paths = written.map(path => path.replace(/^(\.?\/)+/, ''));
  paths.forEach((path, index) => {
    if (!path || path.split('/').includes('..')) {
      problems.add(
        key,
        `"${written[index]}" is not a path within a repository; write it as /catalog-info.yaml or /services/**/catalog-info.yaml`,
      );
    }
  });
  return [...new Set(paths)];
}
