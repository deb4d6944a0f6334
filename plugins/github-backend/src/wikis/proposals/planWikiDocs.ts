import type {
  WikiDocsItem,
  WikiDocsPlan,
} from '@callboard/plugin-github-common';
import pLimit from 'p-limit';
import type { GithubSettings } from '../../config/GithubSettings';
import type { GithubRepositories } from '../../github/GithubRepositories';
import type { RepositoryRead } from '../../github/RepositoryRead';
import { readRepositories } from '../../import/plan/readRepositories';
import type { MirrorView } from '../../store/MirrorView';
import type { WikiHead } from '../git/wikiHead';
import type { WikiAddress } from '../readWikiUrl';

const AT_ONCE = 8;

/**
 * Which repositories of an organisation have a wiki that can be brought into `docs/`: one request of git for each that may have one. Throws
 * what GitHub answers for an organisation that is not there.
 */
export async function planWikiDocs(options: {
  host: string;
  organisation: string;
  settings: GithubSettings;
  view: MirrorView;
  repositories: GithubRepositories;
  headOf(wiki: WikiAddress): Promise<WikiHead>;
}): Promise<WikiDocsPlan> {
  const { host, organisation, headOf } = options;
  const read = await readRepositories({
    ...options,
    github: options.repositories,
    onProgress: async () => {},
  });
  const limit = pLimit(AT_ONCE);
  const items = await Promise.all(
    read.repositories.map(repository =>
      limit(async (): Promise<WikiDocsItem> => {
        const { owner, name, url } = repository;
        const reason =
          reasonAgainst(repository) ??
          (await reasonOf({ headOf, wiki: { host, owner, name } }));
        return {
          ...{ repository: `${owner}/${name}`, url },
          ...(reason ? { state: 'left-out', reason } : { state: 'ready' }),
        };
      }),
    ),
  );
  items.sort((one, other) => (one.repository < other.repository ? -1 : 1));
  return { host, organisation, items, problems: read.problems };
}

function reasonAgainst(repository: RepositoryRead): string | undefined {
  if (!repository.hasWiki) return 'its wiki is switched off';
  if (repository.isArchived) return 'it is archived';
  if (repository.isEmpty) return 'it has no commit yet';
  if (repository.hints?.hasDocs) return 'it has docs/ already';
  return undefined;
}

async function reasonOf(options: {
  headOf(wiki: WikiAddress): Promise<WikiHead>;
  wiki: WikiAddress;
}): Promise<string | undefined> {
  try {
    const { state } = await options.headOf(options.wiki);
    return state === 'found' ? undefined : 'its wiki has no pages';
  } catch (error) {
    return `its wiki could not be looked at: ${(error as Error).message}`;
  }
}
