import { InputError } from '@backstage/errors';
import { aliasesOf, type GithubHost } from '@callboard/plugin-github-node';

/**
 * The GitHub that is meant: the named one, else the only one whose repositories of the organisation are mirrored, else the only server, else
 * github.com. Throws `InputError`.
 */
export async function chooseHost(options: {
  host?: string;
  organisation: string;
  hosts: GithubHost[];
  isMirrored(owner: { host: string; owner: string }): Promise<boolean>;
}): Promise<string> {
  const { host, organisation, hosts, isMirrored } = options;
  const names = hosts.map(one => one.host);
  if (host !== undefined) {
    const found = names.find(name => name.toLowerCase() === host.toLowerCase());
    if (found) return found;
    throw new InputError(
      `The portal is connected to no GitHub of this name. It is connected to ${names.join(
        ', ',
      )}.`,
    );
  }
  const aliases = aliasesOf({ hosts });
  // github.com is there without being configured.
  const named = names.filter(
    name => name !== 'github.com' && !aliases.has(name),
  );
  if (names.length > 1) {
    const answers = await Promise.all(
      names.map(name => isMirrored({ host: name, owner: organisation })),
    );
    const mirrored = names.filter((_name, index) => answers[index]);
    if (mirrored.length === 1) return mirrored[0];
  }
  if (named.length > 1) {
    throw new InputError(
      `The portal is connected to several GitHubs; say in "host" which one: ${named.join(
        ', ',
      )}.`,
    );
  }
  return named[0] ?? 'github.com';
}
