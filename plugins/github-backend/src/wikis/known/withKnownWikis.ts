import type { EntitiesOf } from '../../catalog/EntitiesOf';
import type { KnownRepository, MirrorView } from '../../store/MirrorView';
import type { WikiBook } from './WikiBook';

/** A repository whose `hasWiki` is true only where its wiki is known to have pages. */
export function withPages<T extends Pick<KnownRepository, 'hasWiki'>>(options: {
  host: string;
  repository: T & { owner: string; name: string };
  book: Pick<WikiBook, 'find'>;
}): T {
  const { host, repository, book } = options;
  const { hasWiki, owner, name } = repository;
  return {
    ...repository,
    hasWiki: hasWiki && Boolean(book.find({ host, owner, name })?.head),
  };
}

/** Entities that name a wiki as docs only where it has pages. */
export function entitiesWithWikis(options: {
  entitiesOf: EntitiesOf;
  book: Pick<WikiBook, 'find'>;
}): EntitiesOf {
  const { entitiesOf, book } = options;
  return asked => {
    const { repository } = asked;
    return entitiesOf({
      ...asked,
      repository: withPages({ host: repository.host, repository, book }),
    });
  };
}

/** The same for what the catalog reads of the mirror: a repository that was registered by its URL. */
export function viewWithWikis(options: {
  view: MirrorView;
  book: Pick<WikiBook, 'find'>;
}): MirrorView {
  const { view, book } = options;
  return {
    ...view,
    async repositoryAt(asked) {
      const repository = await view.repositoryAt(asked);
      return (
        repository && withPages({ host: repository.host, repository, book })
      );
    },
  };
}
