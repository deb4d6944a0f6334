import { InputError } from '@backstage/errors';
import {
  aliasesOf,
  type GithubCredentials,
  type GithubHost,
} from '@callboard/plugin-github-node';
import { isNamed } from '../../facts/isNamed';

/**
 * The host that somebody means, and an address on it that its credentials are found by. Takes what `GithubCredentials.hostOf` takes: pages
 * of repositories and owners, files, what git clones; and `acme/shop` where there is only one GitHub, whatever
 * other names it has. Throws `InputError` for anything else.
 */
export function readTarget(options: {
  credentials: Pick<GithubCredentials, 'hosts' | 'hostOf'>;
  url: string;
}): { host: GithubHost; url: string } {
  const { credentials } = options;
  const url = plain(options.url);
  const all = credentials.hosts().filter(isNamed);
  const aliases = aliasesOf({ hosts: all });
  const hosts = all.filter(each => !aliases.has(each.host));
  const host = credentials.hostOf(url);
  if (host) return { host, url };
  if (hosts.length === 1 && /^[\w-]+(\/[\w.-]+)?$/.test(url)) {
    return { host: hosts[0], url: `${hosts[0].webUrl}/${url}` };
  }
  throw new InputError(
    `${
      url ? `"${url.slice(0, 200)}"` : 'An empty text'
    } is not the address of an owner or a repository on a GitHub that is configured. ${
      hosts.length > 0
        ? `These are: ${hosts.map(({ webUrl }) => webUrl).join(', ')}`
        : 'There is none: add one below integrations.github or connections'
    }.`,
  );
}

/** Addresses with a token in them are pasted, too: as the name or password, or in the query of a raw file. */
function plain(url: string): string {
  return url
    .trim()
    .replace(/[?#].*$/s, '')
    .replace(/^((?:git\+)?https?:\/\/)[^/]*@/i, '$1');
}
