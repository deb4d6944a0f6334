import type { ReadTreeResponseFactory } from '@backstage/backend-defaults/urlReader';
import type {
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
  UrlReaderServiceReadTreeResponse,
} from '@backstage/backend-plugin-api';
import {
  ForwardedError,
  InputError,
  isError,
  NotModifiedError,
} from '@backstage/errors';
import type { GithubService } from '@callboard/plugin-github-node';
import os from 'node:os';
import { Readable } from 'node:stream';
import { convertWiki } from '../convert/convertWiki';
import { cloneWiki } from '../git/cloneWiki';
import { readWikiUrl, type WikiAddress } from '../readWikiUrl';
import { explainNoWiki } from './explainNoWiki';
import { lookAt } from './lookAt';

/**
 * Reads wikis of the configured GitHubs as the sources of a TechDocs site, straight from the wiki's git repository. The etag is its last
 * commit, so that an unchanged wiki costs one request.
 */
export function createWikiReader(options: {
  github: Pick<GithubService, 'client' | 'credentials'>;
  treeResponseFactory: ReadTreeResponseFactory;
  pluginId: string;
  /** @defaultValue the system's folder for temporary files */
  workDir?: string;
}): { reader: UrlReaderService; predicate: (url: URL) => boolean } {
  const { github, treeResponseFactory, pluginId } = options;
  const { workDir = os.tmpdir() } = options;
  const { credentials } = github;

  async function readTree(
    url: string,
    { etag, filter, signal }: UrlReaderServiceReadTreeOptions = {},
  ): Promise<UrlReaderServiceReadTreeResponse> {
    const wiki = wholeWiki(url);
    const read = async () => {
      const found = await lookAt({ wiki, credentials, pluginId, signal });
      const { head, remote, repositoryUrl } = found;
      if (head.state !== 'found') {
        throw await explainNoWiki({ github, wiki, repositoryUrl });
      }
      if (head.oid === etag) throw new NotModifiedError();
      return { repositoryUrl, ...(await cloneWiki({ remote, workDir })) };
    };
    const { oid, files, repositoryUrl } = await read().catch(error => {
      throw named({ error, wiki });
    });
    const converted = convertWiki({
      ...{ files, repositoryUrl },
      siteName: wiki.name,
      fromWiki: true,
    });
    if (converted.length === 0) {
      throw new InputError(
        `The wiki of ${wiki.owner}/${wiki.name} has files but no page. Write one at ${repositoryUrl}/wiki`,
      );
    }
    const wanted = converted.filter(
      ({ path, content }) =>
        !filter || filter(path, { size: content.byteLength }),
    );
    const tree = await treeResponseFactory.fromReadableArray(
      wanted.map(({ path, content }) => ({
        path,
        data: Readable.from([content], { objectMode: false }),
      })),
    );
    return {
      etag: oid,
      files: () => tree.files(),
      archive: () => tree.archive(),
      dir: dirOptions => tree.dir(dirOptions),
    };
  }

  const onlyTree = async (url: string): Promise<never> => {
    throw new InputError(
      `${url} is in a wiki, and a wiki is read as a whole, as docs: backstage.io/techdocs-ref: url:https://HOST/OWNER/REPO/wiki`,
    );
  };

  return {
    predicate: url =>
      readWikiUrl(url.href).outcome !== 'other' &&
      credentials
        .hosts()
        .some(({ host }) => host.toLowerCase() === url.host.toLowerCase()),
    reader: {
      readTree,
      readUrl: onlyTree,
      search: onlyTree,
      toString: () => 'githubWiki',
    } as UrlReaderService,
  };
}

function wholeWiki(url: string): WikiAddress {
  const read = readWikiUrl(url);
  if (read.outcome === 'wiki') return read.wiki;
  throw new InputError(
    `${url} is not a whole wiki. Name the wiki itself: ${url.replace(
      /\/wiki\/.*$/,
      '/wiki',
    )}`,
  );
}

/** Which wiki an error is about. Errors of git name neither it nor what to do. */
function named(options: { error: unknown; wiki: WikiAddress }): Error {
  const { error, wiki } = options;
  const { owner, name } = wiki;
  if (!isError(error)) return new Error(String(error));
  if (['NotModifiedError', 'NotFoundError'].includes(error.name)) return error;
  const what = `The wiki of ${owner}/${name}`;
  return error.name === 'InputError'
    ? new InputError(`${what} is not shown: ${error.message}`)
    : new ForwardedError(`${what} could not be read`, error);
}
