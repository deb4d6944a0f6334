import type { AppCredential, GithubHost } from '@callboard/plugin-github-node';
import type { Check, Finding } from '../Check';
import { listed } from '../text/listed';

/** Credentials for one host of which one makes the other useless. */
export const contradictingCredentials: Check = {
  id: 'contradicting-credentials',
  group: 'connections',
  title: 'No credential stands in the way of another',
  run: ({ hosts, context: { github } }) => {
    const findings = github.credentials
      .hosts()
      .filter(({ host }) => !hosts.find(each => each.host === host)?.aliasOf)
      .flatMap(host => [
        ...twoKeys(host),
        ...twoTokens(host),
        ...twoInstallations(
          host,
          hosts.find(each => each.host === host.host)?.apps ?? [],
        ),
      ]);
    return findings;
  },
};

/** One App twice, with different keys: the second entry is never asked. */
function twoKeys({ host, credentials }: GithubHost): Finding[] {
  const apps = credentials.filter(
    (each): each is AppCredential => each.kind === 'app',
  );
  return apps
    .filter((app, index) =>
      apps.slice(0, index).some(({ appId }) => appId === app.appId),
    )
    .map(app => ({
      subject: `${app.id}:twice`,
      host,
      check: `App ${app.appId} is configured once for ${host}`,
      status: 'warn',
      cause: `App ${app.appId} stands in the configuration more than once (${
        app.configKey ?? 'stored'
      }); the first entry serves.`,
      remedy: `Remove ${app.configKey ?? 'the stored one'}.`,
    }));
}

/** Of several tokens that every plugin may use, only the first is ever asked. */
function twoTokens({ host, credentials }: GithubHost): Finding[] {
  const open = credentials.filter(
    ({ kind, plugins }) => kind === 'token' && plugins === undefined,
  );
  return open.length < 2
    ? []
    : [
        {
          subject: `${host}:tokens`,
          host,
          check: `One token serves ${host}`,
          status: 'warn',
          cause: `${open.length} tokens are configured for ${host} (${listed(
            open.map(({ title }) => title),
          )}), and only the first is ever used.`,
          remedy: `Remove the others: ${listed(
            open.slice(1).map(({ configKey, title }) => configKey ?? title),
          )}; or say with match.plugins of connections which plugin uses which.`,
        },
      ];
}

/** Two Apps on one organisation: the first configured serves, and which that is shows nowhere else. */
function twoInstallations(
  { host }: GithubHost,
  apps: {
    appId: number;
    configKey?: string;
    allowedOwners?: string[];
    installations: { account: string; suspended: boolean }[];
  }[],
): Finding[] {
  const byAccount = new Map<string, number[]>();
  for (const { appId, allowedOwners, installations } of apps) {
    for (const { account, suspended } of installations) {
      const key = account.toLocaleLowerCase('en-US');
      const mayServe = !allowedOwners || allowedOwners.includes(key);
      if (suspended || !mayServe) continue;
      byAccount.set(key, [...(byAccount.get(key) ?? []), appId]);
    }
  }
  return [...byAccount]
    .filter(([, ids]) => new Set(ids).size > 1)
    .map(([account, ids]) => ({
      subject: `${host}:${account}`,
      host,
      check: `One App serves ${account}`,
      status: 'warn',
      cause: `The Apps ${listed(
        ids.map(String),
      )} are installed on ${account}; App ${
        ids[0]
      } serves, since it is configured first.`,
      remedy: `Uninstall the other from ${account}, or say with allowedInstallationOwners which App serves which organisation.`,
    }));
}
