import { fingerprintOf } from '../credentials/fingerprintOf';
import { lastRotation } from '../stored/lastRotation';
import type {
  StoredApp,
  StoredCredential,
  StoredToken,
} from '../stored/StoredCredential';
import type { GithubConfigProblem } from './GithubConfigProblem';
import type {
  AppCredential,
  ConfiguredCredential,
  GithubHost,
} from './GithubHost';
import { tokenCredential } from './tokenCredential';
import { withUniqueIds } from './withUniqueIds';

/**
 * Adds stored Apps after the configured ones, and puts stored tokens in the place of those that they replace. A stored App that the
 * configuration names as well has no effect, nor has a token whose predecessor is not configured: the operator has updated it.
 */
export function applyStored(options: {
  hosts: GithubHost[];
  stored: StoredCredential[];
}): { hosts: GithubHost[]; problems: GithubConfigProblem[] } {
  const { hosts, stored } = options;
  return {
    hosts: hosts.map(host => {
      const own = stored.filter(({ host: name }) => isSame(name, host.host));
      return own.length === 0 ? host : withStored(host, own);
    }),
    problems: stored
      .filter(
        credential =>
          credential.kind === 'app' &&
          !hosts.some(({ host }) => isSame(host, credential.host)),
      )
      .map(credential => ({
        configKey: 'callboard.github.storedCredentials',
        reason: `A stored App is for ${credential.host}, which the configuration does not name; add it to integrations.github`,
      })),
  };
}

function withStored(host: GithubHost, stored: StoredCredential[]): GithubHost {
  const tokens = stored.filter(item => item.kind === 'token');
  const configured = host.credentials.map(credential =>
    credential.kind === 'token'
      ? successorOf({ credential, tokens, host: host.host }) ?? credential
      : credential,
  );
  const apps = stored
    .filter(item => item.kind === 'app')
    .filter(
      ({ appId }) =>
        !host.credentials.some(
          credential => credential.kind === 'app' && credential.appId === appId,
        ),
    )
    .map(app => appCredential({ app, host: host.host }));
  return {
    ...host,
    credentials: withUniqueIds([
      ...configured.filter(({ kind }) => kind === 'app'),
      ...apps,
      ...configured.filter(({ kind }) => kind === 'token'),
    ]),
  };
}

/** The stored token that is used now in the place of a configured one. */
function successorOf(options: {
  credential: ConfiguredCredential & { kind: 'token' };
  tokens: StoredToken[];
  host: string;
}): ConfiguredCredential | undefined {
  const { credential, tokens, host } = options;
  const last = lastRotation({ fingerprint: credential.fingerprint, tokens });
  if (!last || fingerprintOf(last.token) === credential.fingerprint) {
    return undefined;
  }
  const { configKey, plugins } = credential;
  return {
    ...tokenCredential({ host, token: last.token, from: 'stored' }),
    ...(configKey && { configKey }),
    ...(plugins && { plugins }),
  };
}

function appCredential(options: {
  app: StoredApp;
  host: string;
}): AppCredential {
  const { app, host } = options;
  return {
    kind: 'app',
    id: `app:${host}:${app.appId}`,
    title: `App ${app.appId}`,
    from: 'stored',
    appId: app.appId,
    privateKey: app.privateKey,
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    ...(app.webhookSecret && { webhookSecret: app.webhookSecret }),
    ...(app.webhookUrl && { webhookUrl: app.webhookUrl }),
  };
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
