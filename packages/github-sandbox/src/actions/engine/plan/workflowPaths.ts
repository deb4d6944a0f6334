import type { RepositoryFiles } from '../types';

/** Paths of the workflow files of a tree, sorted. Folders below `.github/workflows` do not count. */
export function workflowPaths(files: RepositoryFiles): string[] {
  return [...files.keys()]
    .filter(path => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
    .sort();
}
