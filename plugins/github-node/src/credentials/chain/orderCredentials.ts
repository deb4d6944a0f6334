import type { ConfiguredCredential, GithubHost } from '../../hosts/GithubHost';

/**
 * The credentials in the order asked: Apps, then tokens. With `connections`, as Backstage's own lookup has it, those for the plugin go
 * before those for all, and Apps that name the owner before those that name nobody.
 */
export function orderCredentials(options: {
  host: GithubHost;
  owner?: string;
  pluginId?: string;
}): ConfiguredCredential[] {
  const { host, owner, pluginId } = options;
  if (host.origin === 'integrations') return host.credentials;
  const rank = (credential: ConfiguredCredential) => {
    const isForPlugin = pluginId && credential.plugins?.includes(pluginId);
    const isForOwner =
      owner &&
      credential.kind === 'app' &&
      credential.allowedOwners?.includes(owner.toLowerCase());
    return (
      (credential.kind === 'app' ? 0 : 4) +
      (isForOwner ? 0 : 2) +
      (isForPlugin ? 0 : 1)
    );
  };
  return [...host.credentials].sort((a, b) => rank(a) - rank(b));
}
