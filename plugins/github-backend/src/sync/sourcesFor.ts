import type {
  GithubSettings,
  RepositorySource,
} from '../config/GithubSettings';
import { lowerKey } from '../store/lowerKey';

/** The sources that read an owner: those that name it, and those of the App through which it was found. */
export function sourcesFor(options: {
  settings: Pick<GithubSettings, 'repositories'>;
  host: string;
  owner: string;
  app?: number;
}): RepositorySource[] {
  const { settings, host, owner, app } = options;
  return settings.repositories.filter(
    source =>
      source.host === host &&
      (source.organization
        ? lowerKey(source.organization) === lowerKey(owner)
        : source.app !== undefined && source.app === app),
  );
}
