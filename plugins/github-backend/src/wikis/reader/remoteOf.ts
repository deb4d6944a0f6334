import { NotFoundError } from '@backstage/errors';
import type { GithubCredentials } from '@callboard/plugin-github-node';
import type { WikiRemote } from '../git/WikiRemote';
import type { WikiAddress } from '../readWikiUrl';

/** A wiki's git repository, with the credential that serves its repository. Throws `NotFoundError` for a GitHub that is not configured. */
export async function remoteOf(options: {
  wiki: WikiAddress;
  credentials: Pick<GithubCredentials, 'hosts' | 'serve'>;
  pluginId: string;
  signal?: AbortSignal;
}): Promise<{ remote: WikiRemote; repositoryUrl: string }> {
  const { wiki, credentials, pluginId, signal } = options;
  const { host, owner, name } = wiki;
  const found = credentials
    .hosts()
    .find(known => known.host.toLowerCase() === host.toLowerCase());
  if (!found) {
    throw new NotFoundError(`No GitHub is configured for ${host}`);
  }
  const path = [owner, name].map(encodeURIComponent).join('/');
  const repositoryUrl = `${found.webUrl}/${path}`;
  const { token } = await credentials.serve({ url: repositoryUrl, pluginId });
  return {
    remote: { url: `${repositoryUrl}.wiki.git`, token, signal },
    repositoryUrl,
  };
}
