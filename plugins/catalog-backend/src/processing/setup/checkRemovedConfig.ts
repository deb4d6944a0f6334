import type { Config } from '@backstage/config';

const MOVED = {
  github: 'github',
  gitlabApi: 'gitlab',
  bitbucketApi: 'bitbucket',
  azureApi: 'azure',
};

/** Throws for keys of `catalog.processors` that moved to `integrations` long ago and would have no effect. */
export function checkRemovedConfig(config: Config): void {
  const processors = config.getOptionalConfig('catalog.processors');
  for (const [key, integration] of Object.entries(MOVED)) {
    if (processors?.has(key)) {
      throw new Error(
        `Using deprecated configuration for catalog.processors.${key}, move to using integrations.${integration} instead`,
      );
    }
  }
}
