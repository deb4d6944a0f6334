import {
  GithubUrlReader,
  type ReadTreeResponseFactory,
} from '@backstage/backend-defaults/urlReader';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { GithubIntegration } from '@backstage/integration';
import type { GithubCredentials } from '../credentials/GithubCredentials';
import type { CallScope } from '../scope/CallScope';
import { currentScope, runInScope } from '../scope/runInScope';
import { isWikiUrl } from './isWikiUrl';
import { readerWithin, type RunReading } from './readerWithin';

/** How readings are scheduled that no request of a person waits for. */
const SCHEDULING: Record<string, Partial<CallScope>> = {
  // Somebody waits for the template, and it rather waits itself than ends halfway.
  scaffolder: { priority: 'person', patienceMs: 120_000 },
};

/**
 * Stock's reader for every GitHub of the configuration, with credentials of ours. What a plugin reads is attributed to it. Hosts that are
 * configured later are read as well.
 */
export function createGithubReader(options: {
  credentials: GithubCredentials;
  treeResponseFactory: ReadTreeResponseFactory;
  pluginId: string;
}): { reader: UrlReaderService; predicate: (url: URL) => boolean } {
  const { credentials, treeResponseFactory, pluginId } = options;
  const credentialsProvider = credentials.provider({ pluginId });

  const run: RunReading = read =>
    runInScope({ ...(currentScope() ?? SCHEDULING[pluginId]), pluginId }, read);
  const find = ({ host }: URL) =>
    credentials.hosts().find(known => known.host === host);
  const readerOf = (url: string) => {
    const found = find(new URL(url));
    if (!found) {
      throw new NotFoundError(`No GitHub is configured for ${url}`);
    }
    const { host, apiBaseUrl, rawBaseUrl } = found;
    return new GithubUrlReader(
      new GithubIntegration({ host, apiBaseUrl, rawBaseUrl }),
      { credentialsProvider, treeResponseFactory },
    );
  };

  return {
    // A wiki is somebody else's to read, whichever reader is asked first; stock's would give the repository for it.
    predicate: url => Boolean(find(url)) && !isWikiUrl(url),
    reader: readerWithin({
      run,
      reader: {
        readUrl: (url, readOptions) => readerOf(url).readUrl(url, readOptions),
        readTree: async (url, readOptions) =>
          readerOf(url).readTree(url, readOptions),
        search: async (url, readOptions) =>
          readerOf(url).search(url, readOptions),
        toString: () =>
          `github{hosts=${credentials.hosts().map(({ host }) => host)}}`,
      } as UrlReaderService,
    }),
  };
}
