import type { GithubHost } from './GithubHost';

/**
 * Hosts that are another name of the same server, by name, and the host that each stands for: its API is the same, and it has no credential
 * that the other has not. Of two that are the same in everything the earlier one counts.
 */
export function aliasesOf(options: {
  hosts: GithubHost[];
}): ReadonlyMap<string, string> {
  const { hosts } = options;
  const aliases = new Map<string, string>();
  for (const host of hosts) {
    const same = hosts.filter(
      other => other !== host && serverOf(other) === serverOf(host),
    );
    const main = same.find(other => {
      if (!hasAll({ host: other, of: host })) return false;
      const isEqual = hasAll({ host, of: other });
      return !isEqual || hosts.indexOf(other) < hosts.indexOf(host);
    });
    if (main) aliases.set(host.host, main.host);
  }
  // What a host stands for may be an alias itself.
  return new Map(
    [...aliases].map(([alias, main]) => {
      let last = main;
      while (aliases.has(last)) last = aliases.get(last)!;
      return [alias, last];
    }),
  );
}

/** Of the API: a server has it at two addresses, with and without the prefix of an Enterprise Server. */
function serverOf({ apiBaseUrl }: GithubHost): string {
  return (URL.canParse(apiBaseUrl) ? new URL(apiBaseUrl).href : apiBaseUrl)
    .replace(/\/+$/, '')
    .replace(/\/api\/v3$/, '');
}

function hasAll(options: { host: GithubHost; of: GithubHost }): boolean {
  const { host, of } = options;
  const own = namesOf(host);
  return namesOf(of).every(name => own.includes(name));
}

function namesOf({ credentials }: GithubHost): string[] {
  return credentials.map(credential =>
    credential.kind === 'app'
      ? `app ${credential.appId}`
      : `token ${credential.fingerprint}`,
  );
}
