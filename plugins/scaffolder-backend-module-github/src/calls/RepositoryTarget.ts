import type { GithubHost } from '@callboard/plugin-github-node';

/** The repository that a step is about. */
export interface RepositoryTarget {
  host: GithubHost;
  owner: string;
  repo: string;
  /** Where people find it, without `.git`; where the host is another name of a server, on that. */
  url: string;
}
