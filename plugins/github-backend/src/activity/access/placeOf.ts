import type { GithubHost } from '@callboard/plugin-github-node';
import type { Place } from '../answers/Question';

/** A repository by its name; undefined where that is not one that GitHub could have given. */
export function placeOf(options: {
  host: GithubHost;
  owner: string;
  name: string;
}): Place | undefined {
  const { host, owner, name } = options;
  if (!isName(owner) || !isName(name)) return undefined;
  return {
    host: host.host,
    owner,
    name,
    key: `${owner}/${name}`.toLowerCase(),
    url: `${host.webUrl}/${owner}/${name}`,
  };
}

function isName(text: string): boolean {
  return /^[\w.-]{1,100}$/.test(text) && !/^\.{1,2}$/.test(text);
}
