import type {
  GithubSettings,
  RepositorySource,
} from '../../config/GithubSettings';
import { sourcesOf } from '../../config/sourcesOf';
import type { KnownRepository } from '../../store/MirrorView';
import { sourceAccepts } from './sourceAccepts';

/**
 * Whether it is this source that gives a repository's inferred entity. Of several that name its organisation and let it in, only the first
 * does; two would claim the same name.
 */
export function infersFor(options: {
  source: RepositorySource;
  repository: KnownRepository;
  settings: Pick<GithubSettings, 'repositories'>;
}): boolean {
  const { source, repository, settings } = options;
  const { host, owner } = repository;
  const first = sourcesOf({ settings, host, owner }).find(
    each => each.organization && sourceAccepts({ source: each, repository }),
  );
  return !first || first.id === source.id;
}
