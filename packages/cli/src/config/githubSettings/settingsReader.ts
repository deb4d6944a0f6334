type Inspect =
  typeof import('@callboard/plugin-github-backend/src/config/inspectGithubSettings');
type Hosts =
  typeof import('@callboard/plugin-github-node/src/hosts/readGithubHosts');

/**
 * What reads the settings of the catalog from GitHub: two files of packages that come with databases, git and a client for GitHub, none of
 * which a check needs. Loaded only where there is something to read: every command reads the configuration.
 */
export function settingsReader(): Inspect & Hosts {
  /* eslint-disable @backstage/no-forbidden-package-imports -- The whole packages would take seconds to load. */
  return {
    ...require('@callboard/plugin-github-backend/src/config/inspectGithubSettings'),
    ...require('@callboard/plugin-github-node/src/hosts/readGithubHosts'),
  };
}
