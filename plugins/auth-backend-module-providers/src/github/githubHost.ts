import type { Config } from '@backstage/config';

/** The addresses of the GitHub that a provider's configuration names, without a slash at the end. */
export function githubHost(config: Config): { webUrl: string; apiUrl: string } {
  const enterprise = config
    .getOptionalString('enterpriseInstanceUrl')
    ?.replace(/\/+$/, '');
  return enterprise
    ? { webUrl: enterprise, apiUrl: `${enterprise}/api/v3` }
    : { webUrl: 'https://github.com', apiUrl: 'https://api.github.com' };
}
