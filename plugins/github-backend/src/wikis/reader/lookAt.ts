import type { GithubCredentials } from '@callboard/plugin-github-node';
import { type WikiHead, wikiHead } from '../git/wikiHead';
import type { WikiRemote } from '../git/WikiRemote';
import type { WikiAddress } from '../readWikiUrl';
import { remoteOf } from './remoteOf';

/**
 * Where a wiki is, and the commit that it is at. A token that GitHub does not take any more is got anew, once. Throws where the host is not
 * configured, no credential serves, or GitHub does not answer.
 */
export async function lookAt(options: {
  wiki: WikiAddress;
  credentials: Pick<GithubCredentials, 'hosts' | 'serve' | 'forget'>;
  pluginId: string;
  signal?: AbortSignal;
}): Promise<{ head: WikiHead; remote: WikiRemote; repositoryUrl: string }> {
  const { credentials } = options;
  const first = await remoteOf(options);
  const head = await wikiHead(first);
  const { token } = first.remote;
  const isRefused = head.state === 'refused' && head.status === 401;
  if (!isRefused || !token) return { head, ...first };
  credentials.forget({ token });
  const second = await remoteOf(options);
  return second.remote.token === token
    ? { head, ...first }
    : { head: await wikiHead(second), ...second };
}
