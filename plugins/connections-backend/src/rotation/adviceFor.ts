import type { Config } from '@backstage/config';
import type {
  GithubHost,
  RootGithubService,
  TokenCredential,
} from '@callboard/plugin-github-node';
import { listed } from '../checks/text/listed';
import { unusedTokens } from '../facts/tokens/unusedTokens';
import { usersOf } from '../facts/tokens/usersOf';

const HOUR_MS = 3_600_000;

/** When the token that was replaced can go, and what used it in the last hour. */
export function adviceFor(options: {
  host: GithubHost;
  current: TokenCredential;
  github: RootGithubService;
  config: Config;
  /** Whether GitHub refuses the token that was replaced: it was revoked, or has ended. */
  isRefused: boolean;
  now: Date;
}): string {
  const { host, current, github, config, isRefused, now } = options;
  const plugins = usersOf({
    trace: github.trace,
    host: host.host,
    credentialId: current.id,
    since: new Date(now.getTime() - HOUR_MS),
    now,
  });
  const used =
    plugins.length > 0
      ? `In the last hour the old token ${
          current.fingerprint
        } was used by ${listed(plugins)}.`
      : unusedTokens([current.fingerprint]);
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
