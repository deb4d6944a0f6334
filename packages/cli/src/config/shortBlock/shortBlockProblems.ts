import { ConfigReader } from '@backstage/config';
import type { StoredCredential } from '@callboard/plugin-github-node';
import type { Problem } from '../../problems/Problem';
import { locateKey } from '../locateKey';
import type { MergedConfig } from '../merge/mergeLayers';
import { githubNode } from '../stored/githubNode';
import { shortBlockOf } from './shortBlockOf';

const KEY = 'catalog.providers.github';

/** What is wrong with the short form of `catalog.providers.github`, also against the rest: a token that differs from another one. */
export async function shortBlockProblems(options: {
  merged: MergedConfig;
  credentials: StoredCredential[];
}): Promise<Problem[]> {
  const { merged, credentials } = options;
  if (!shortBlockOf(merged.data)) return [];
  const { problems } = githubNode().readGithubHosts({
    config: new ConfigReader(merged.data),
    stored: credentials,
  });
  return Promise.all(
    problems
      .filter(({ configKey }) => configKey.startsWith(`${KEY}.`))
      .map(async ({ configKey, reason }) => ({
        code: 'config-github-block',
        problem: `the configuration key ${configKey} cannot be used: ${reason}`,
        where: (
          await locateKey({ segments: configKey.split('.'), root: merged.root })
        )?.where,
        remedy: `correct the key, or write the long form: an entry in integrations.github with the host and the token, and ${KEY} with host and organization`,
        docs: 'docs/catalog-from-github.md',
      })),
  );
}
