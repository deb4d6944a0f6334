import type { Config } from '@backstage/config';
import { createProblemList } from './createProblemList';
import { gatherGithubSettings } from './gatherGithubSettings';
import type { GithubSettings } from './GithubSettings';

/**
 * All that the configuration says of mirroring GitHub. Throws one `InputError` that names everything that is wrong, with the keys' full
 * paths.
 */
export function readGithubSettings(options: {
  config: Config;
  /** The GitHubs that are configured, of `github.credentials.hosts()`; where given, sources of other hosts are refused. */
  hosts?: { host: string }[];
}): GithubSettings {
  const problems = createProblemList();
  const settings = gatherGithubSettings({ ...options, problems });
  problems.throwIfAny();
  return settings;
}
