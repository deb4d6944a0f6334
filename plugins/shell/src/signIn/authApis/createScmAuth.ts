import type { Config } from '@backstage/config';
import { ScmAuth, type ScmAuthApi } from '@backstage/integration-react';
import { ownHosts } from './ownHosts';

type AuthOf<TKind extends 'forGithub' | 'forGitlab' | 'forAzure'> = Parameters<
  (typeof ScmAuth)[TKind]
>[0];

/** As stock's in everything but the hosts: stock knows github.com, gitlab.com and their like alone. */
export function createScmAuth(options: {
  config: Config;
  github: AuthOf<'forGithub'>;
  /** For hosts of GitHub's kind other than github.com. */
  ownGithub: AuthOf<'forGithub'>;
  gitlab: AuthOf<'forGitlab'>;
  azure: AuthOf<'forAzure'>;
  bitbucket: Parameters<typeof ScmAuth.forBitbucket>[0];
}): ScmAuthApi {
  const { config, github, ownGithub, gitlab, azure, bitbucket } = options;
  const hosts = ownHosts(config);
  return ScmAuth.merge(
    ScmAuth.forGithub(github),
    ...hosts.github.map(host => ScmAuth.forGithub(ownGithub, { host })),
    ScmAuth.forGitlab(gitlab),
    ...hosts.gitlab.map(host => ScmAuth.forGitlab(gitlab, { host })),
    ScmAuth.forAzure(azure),
    ...hosts.azure.map(host => ScmAuth.forAzure(azure, { host })),
    ScmAuth.forBitbucket(bitbucket),
  );
}
