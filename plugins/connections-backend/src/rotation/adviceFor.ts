import type { Config } from '@backstage/config';
import type {
  GithubHost,
  RootGithubService,
  TokenCredential,
} from '@callboard/plugin-github-node';

/** When the token that was replaced can go, and what used it in the last hour. */
export function adviceFor(options: {
  host: GithubHost;
  current: TokenCredential;
  github: RootGithubService;
  config: Config;
  /** Whether GitHub refuses the token that was replaced: it was revoked, or has ended. */
  isRefused: boolean;
}): string {
  const { host, current, github, config, isRefused } = options;
  const users = github.trace
    .spenders({ host: host.host })
    .filter(({ credentialId }) => credentialId === current.id)
    // Its checks and this rotation ask with every token there is.
    .filter(({ plugin }) => plugin !== 'connections')
    .map(({ plugin }) => plugin);
  const plugins = [...new Set(users)].sort();
  const used =
    plugins.length > 0
      ? `In the last hour the old token ${
          current.fingerprint
        } was used by ${plugins.join(', ')}.`
      : `Nothing used the old token ${current.fingerprint} in the last hour.`;
  const until = config.has('callboard.presets')
    ? 'What reads its configuration only at start goes on with it until the portal is restarted'
    : 'What reads its configuration only at start goes on with it until the configuration names the new one and the portal is restarted';
  const kept = github.stored.file
    ? ''
    : ' The new token is kept in the memory of this process alone, since there is no file for credentials (callboard.github.storedCredentials): other replicas go on with the old one, and so does this one after a restart, until the configuration names the new one. Write it there now.';
  const then = isRefused
    ? `${host.host} refuses it already, so there is nothing to revoke`
    : `Revoke it on ${host.webUrl}/settings/tokens once Connections says that nothing uses it any more`;
  return `${used} ${until}. ${then}.${kept}`;
}
