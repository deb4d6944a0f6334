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
  view: Pick<MirrorView, 'repositoriesOf' | 'filesAt'>;
  repositories: GithubRepositories;
  headOf(wiki: WikiAddress): Promise<WikiHead>;
}): Promise<WikiDocsPlan> {
  const { host, organisation, headOf } = options;
  const read = await readRepositories({
    ...options,
    github: options.repositories,
    withTexts: false,
    onProgress: async () => {},
  });
  const limit = pLimit(AT_ONCE);
  const items = await Promise.all(
    read.repositories.map(repository =>
      limit(async (): Promise<WikiDocsItem> => {
        const { owner, name, url } = repository;
        const left =
          reasonAgainst(repository) ??
          (await reasonOf({ headOf, wiki: { host, owner, name } }));
        return {
          ...{ repository: `${owner}/${name}`, url },
          ...(left
            ? { state: 'left-out', ...left }
            : { state: 'ready', hasWiki: true }),
        };
      }),
    ),
  );
  items.sort((one, other) => (one.repository < other.repository ? -1 : 1));
  return { host, organisation, items, problems: read.problems };
}

type LeftOut = Required<Pick<WikiDocsItem, 'reason' | 'hasWiki'>>;

function reasonAgainst(repository: RepositoryRead): LeftOut | undefined {
  const { hasWiki } = repository;
  const because = (reason: string) => ({ reason, hasWiki });
  if (!hasWiki) return because('its wiki is switched off');
  if (repository.isArchived) return because('it is archived');
  if (repository.isEmpty) return because('it has no commit yet');
  if (repository.hints?.hasDocs) return because('it has docs/ already');
  return undefined;
}

async function reasonOf(options: {
  headOf(wiki: WikiAddress): Promise<WikiHead>;
  wiki: WikiAddress;
}): Promise<LeftOut | undefined> {
  try {
    const { state } = await options.headOf(options.wiki);
    return state === 'found'
      ? undefined
      : { reason: 'its wiki has no pages', hasWiki: false };
  } catch (error) {
    return {
      reason: `its wiki could not be looked at: ${(error as Error).message}`,
      hasWiki: true,
    };
  }
}
