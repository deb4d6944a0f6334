import type { Config } from '@backstage/config';
import { toError } from '@backstage/errors';
import type { StoredCredential } from '../stored/StoredCredential';
import { applyStored } from './applyStored';
import { githubAddresses } from './githubAddresses';
import type { GithubConfigProblem } from './GithubConfigProblem';
import type { GithubHost, IgnoredHost } from './GithubHost';
import { ignoredHosts } from './ignoredHosts';
import { readGithubEntries } from './readGithubEntries';
import { toGithubHost } from './toGithubHost';
import { withShortBlock } from './withShortBlock';

const CLOUD = 'github.com';

/**
 * Every GitHub that the configuration names, with its credentials and the stored ones. github.com is there in any case, as in Backstage's
 * own reader: without an entry its requests are anonymous. The short block of `catalog.providers.github` counts as an entry. Does not throw
 * for what is invalid; that has no effect, and `problems` says why.
 */
export function readGithubHosts(options: {
  config: Config;
  stored: StoredCredential[];
}): {
  hosts: GithubHost[];
  ignored: IgnoredHost[];
  problems: GithubConfigProblem[];
} {
  const { stored } = options;
  const { config, place, ...block } = withShortBlock(options);
  const { entries, raw, problems: invalid } = readGithubEntries({ config });
  const problems = [...block.problems, ...invalid];
  const hosts = entries.flatMap((entry): GithubHost[] => {
    try {
      return [place(toGithubHost({ entry }))];
    } catch (error) {
      const { host, configKey } = entry;
      problems.push({ host, configKey, reason: toError(error).message });
      return [];
    }
  });

  const isNamed =
    hosts.some(({ host }) => host === CLOUD) ||
    problems.some(({ host }) => host === CLOUD);
  if (!isNamed) {
    hosts.push({
      host: CLOUD,
      title: CLOUD,
      ...githubAddresses({ host: CLOUD }),
      origin: 'integrations',
      configKey: 'integrations.github',
      credentials: [],
    });
  }

  const merged = applyStored({ hosts, stored });
  return {
    hosts: merged.hosts,
    ignored: ignoredHosts({
      raw,
      entries,
      invalid: problems.map(({ configKey }) => configKey),
    }),
    problems: [...problems, ...merged.problems],
  };
}
