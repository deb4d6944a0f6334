import type { RepositorySource } from '../../config/GithubSettings';
import { hasWildcards } from '../../store/hasWildcards';
import type { KnownRepository } from '../../store/MirrorView';
import { describes } from './describes';
import { fileOf } from './fileOf';

/**
 * Whether a repository has a descriptor at any path of any source. `unknown` where a path was not asked for yet: absence is only what GitHub
 * has said.
 */
export function hasDescriptor(options: {
  /** Those that read the repository's organisation. */
  sources: Pick<RepositorySource, 'catalogPaths' | 'filters'>[];
  repository: Pick<KnownRepository, 'files'>;
}): 'yes' | 'no' | 'unknown' {
  const { sources, repository } = options;
  if (repository.files.some(describes)) {
    return 'yes';
  }
  const isAsked = sources.every(source =>
    source.catalogPaths
      .filter(path => !hasWildcards(path))
      .every(path => fileOf({ source, repository, path })),
  );
  return isAsked ? 'no' : 'unknown';
}
