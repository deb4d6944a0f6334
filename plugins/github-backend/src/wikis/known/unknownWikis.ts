import type { GithubSettings } from '../../config/GithubSettings';
import { inferDocs } from '../../inferred/inferDocs';
import type { KnownRepository, MirrorView } from '../../store/MirrorView';
import type { GithubMirror } from '../../sync/GithubMirror';
import type { WikiAddress } from '../readWikiUrl';
import type { WikiBook } from './WikiBook';

/** A wiki without pages is looked at again after so long: a webhook tells of the first one, and most never have one. */
const EMPTY_AGAIN_MS = 7 * 24 * 60 * 60_000;

/**
 * Wikis that would be docs if they have pages, which nobody has looked at: those of repositories in the catalog without a descriptor and
 * without `docs/`. None where inference, or its `wikis`, is off. Asks the database alone.
 */
export async function unknownWikis(options: {
  settings: Pick<GithubSettings, 'inference'>;
  mirror: Pick<GithubMirror, 'organisations'>;
  view: Pick<MirrorView, 'repositoriesOf'>;
  book: Pick<WikiBook, 'find'>;
  now: () => Date;
}): Promise<WikiAddress[]> {
  const { settings, mirror, view, book, now } = options;
  if (!settings.inference?.wikis) return [];
  const found: WikiAddress[] = [];
  for (const { host, organisation } of await mirror.organisations()) {
    const repositories = await view.repositoriesOf({
      host,
      owner: organisation,
    });
    for (const repository of repositories) {
      const { owner, name } = repository;
      const wiki = { host, owner, name };
      const known = book.find(wiki);
      const isDue =
        !known ||
        (!known.head &&
          now().getTime() - known.checkedAt.getTime() >= EMPTY_AGAIN_MS);
      if (isDue && wantsWiki(repository)) found.push(wiki);
    }
  }
  return found;
}

function wantsWiki(repository: KnownRepository): boolean {
  return (
    Boolean(inferDocs({ repository, wikis: true })?.endsWith('/wiki')) &&
    repository.entityRefs.some(ref => !ref.startsWith('location:'))
  );
}
