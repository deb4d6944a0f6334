import type { Config } from '@backstage/config';

const PUBLIC_HOSTS = {
  github: 'github.com',
  gitlab: 'gitlab.com',
  azure: 'dev.azure.com',
};
type Kind = keyof typeof PUBLIC_HOSTS;

/** The hosts of `integrations` that a company runs itself, by kind. */
export function ownHosts(
  config: Pick<Config, 'getOptionalConfigArray'>,
): Record<Kind, string[]> {
  const of = (kind: Kind) =>
    (config.getOptionalConfigArray(`integrations.${kind}`) ?? []).flatMap(
      integration => {
        const host = integration.getOptionalString('host');
        return host && host !== PUBLIC_HOSTS[kind] ? [host] : [];
      },
    );
  return { github: of('github'), gitlab: of('gitlab'), azure: of('azure') };
}
