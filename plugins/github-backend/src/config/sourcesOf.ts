import { lowerKey } from '../store/lowerKey';
import type { GithubSettings, RepositorySource } from './GithubSettings';

/** The sources that may read an owner's repositories; one that names only an App may read any owner's. See `sourcesFor` for those that do. */
export function sourcesOf(options: {
  settings: Pick<GithubSettings, 'repositories'>;
  host: string;
  owner: string;
}): RepositorySource[] {
  const { settings, host, owner } = options;
  return settings.repositories.filter(
    source =>
      source.host === host &&
      (!source.organization ||
        lowerKey(source.organization) === lowerKey(owner)),
  );
}
