import type { GithubSettings } from '../../config/GithubSettings';
import { sourcesOf } from '../../config/sourcesOf';
import type {
  KnownFile,
  KnownRepository,
  MirrorView,
} from '../../store/MirrorView';
import { hasDescriptor } from '../entities/hasDescriptor';
import type { createLookUp, Found } from './createLookUp';

/**
 * What is known of a repository that somebody has registered by its URL: from the mirror where it knows all that is needed, else GitHub is
 * asked.
 */
export async function findRepository(options: {
  target: { host: string; owner: string; name: string };
  view: Pick<MirrorView, 'repositoryAt' | 'registered'>;
  lookUp: ReturnType<typeof createLookUp>;
  settings: Pick<GithubSettings, 'repositories'>;
}): Promise<Found> {
  const { target, view, lookUp, settings } = options;
  const { host, owner, name } = target;
  const known = await view.repositoryAt({
    url: `https://${host}/${owner}/${name}`,
  });
  const isDescribed = known && descriptorOf(known, settings);
  // Known to have none: an entity is going to be inferred.
  const owners =
    isDescribed === 'no' ? await view.registered?.(known!) : undefined;
  if (
    known &&
    (isDescribed === 'yes' || (isDescribed === 'no' && known.hints))
  ) {
    return { state: 'found', repository: known, ...owners };
  }
  const found = await lookUp(target);
  if (found.state === 'found') {
    // GitHub tells whether a wiki is switched on, and only the mirror whether it has pages.
    const hasWiki = known?.hasWiki ?? false;
    const files = found.repository.files.map(
      file => known?.files.find(each => isSame(each, file)) ?? file,
    );
    const repository = { ...found.repository, hasWiki, files };
    const isBare = descriptorOf(repository, settings) === 'no';
    return {
      ...{ ...found, repository },
      ...(isBare && (owners ?? (await view.registered?.(repository)))),
    };
  }
  return found.state === 'unknown' && known && known.files.length > 0
    ? { state: 'found', repository: known, ...owners }
    : found;
}

function descriptorOf(
  repository: KnownRepository,
  settings: Pick<GithubSettings, 'repositories'>,
) {
  const { host, owner } = repository;
  const sources = sourcesOf({ settings, host, owner });
  return hasDescriptor({ sources, repository });
}

/** Only the mirror remembers since when a version is there. One that it has without text is none to put in the place of another. */
function isSame(one: KnownFile, other: KnownFile) {
  return (
    one.ref === other.ref &&
    one.path === other.path &&
    one.state === other.state &&
    one.oid === other.oid &&
    one.text === other.text
  );
}
