import type { ConfigNode } from './ConfigNode';

/** The hosts that the readers of integrations in Backstage 1.55 assume where none is given. */
const DEFAULT_HOSTS: Record<string, string> = {
  azure: 'dev.azure.com',
  bitbucketCloud: 'bitbucket.org',
  github: 'github.com',
  gitlab: 'gitlab.com',
};

/** By what two entries of `integrations.<provider>` are the same one: `host`, in small letters. Undefined where a provider has no default host. */
export function hostOf(options: {
  node: ConfigNode;
  provider: string;
}): string | undefined {
  const { node, provider } = options;
  if (node.kind !== 'map') {
    return undefined;
  }
  const host = node.children.get('host');
  return host?.kind === 'scalar' && typeof host.value === 'string'
    ? host.value.toLowerCase()
    : DEFAULT_HOSTS[provider];
}
