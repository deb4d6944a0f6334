import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { GithubSettings } from '../../config/GithubSettings';
import { readGithubSettings } from '../../config/readGithubSettings';

/** Settings with one source, or with those that are given, by id; `catalog` is what `callboard.github.catalog` has. */
export function settingsOf(
  options: {
    github?: JsonObject;
    githubOrg?: JsonObject;
    catalog?: JsonObject;
  } = {},
): GithubSettings {
  const { github = { organization: 'acme' }, githubOrg, catalog } = options;
  return readGithubSettings({
    config: new ConfigReader({
      catalog: { providers: { github, ...(githubOrg && { githubOrg }) } },
      ...(catalog && { callboard: { github: { catalog } } }),
    }),
  });
}
