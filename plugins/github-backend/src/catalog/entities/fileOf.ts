import type { RepositorySource } from '../../config/GithubSettings';
import type { KnownFile, KnownRepository } from '../../store/MirrorView';

/** What is known of a file at one of a source's paths; undefined where it was not asked for. */
export function fileOf(options: {
  source: Pick<RepositorySource, 'filters'>;
  repository: Pick<KnownRepository, 'files'>;
  path: string;
}): KnownFile | undefined {
  const { source, repository, path } = options;
  const ref = source.filters.branch ?? 'HEAD';
  return repository.files.find(file => file.ref === ref && file.path === path);
}
