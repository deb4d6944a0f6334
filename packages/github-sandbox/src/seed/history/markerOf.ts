export type MarkedCommit = 'head' | 'base' | 'merge';

/**
 * The branch that marks a commit of a pull request in a repository that has just been made. It is how the SHA is found; `addGit` removes
 * it.
 */
export function markerOf(options: {
  number: number;
  what: MarkedCommit;
}): string {
  return `sandbox-seed/${options.what}-${options.number}`;
}
