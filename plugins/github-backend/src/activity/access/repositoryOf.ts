import {
  ANNOTATION_LOCATION,
  type Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import type { GithubCredentials } from '@callboard/plugin-github-node';
import type { Place } from '../answers/Question';
import { placeOf } from './placeOf';
import { readLocation } from './readLocation';

const SLUG = 'github.com/project-slug';

/** The repository that an entity names, and by what it may speak for it. */
export type SpokenFor =
  /**
   * `own`: its descriptor lies in it. `trusted`: the operator trusts the place of the descriptor. `neighbour`: it is another repository of the
   * same owner, of which it may speak only where all members may read it.
   */
  | {
      state: 'named';
      place: Place;
      by: 'own' | 'trusted' | 'neighbour';
      /** Where a trusted repository has the descriptor: only its default branch speaks for others, which `isDefaultBranch` finds out. */
      from?: { url: string; ref: string };
    }
  | {
      state: 'refused';
      reason: 'foreign' | 'unnamed';
      words: string;
      remedy: string;
    };

/**
 * Whether an entity may speak for the repository in its annotation. The annotation is the word of whoever wrote the descriptor, and the portal's
 * credential reads what that person may not: `acme/secret` in any descriptor would show its logs and alerts to all who see the entity. Where
 * the descriptor was read from is the catalog's word.
 */
export function repositoryOf(options: {
  entity: Entity;
  credentials: Pick<GithubCredentials, 'hostOf' | 'hosts'>;
  /** Of `callboard.github.activity.trusted`: `acme/catalog`. */
  trusted: string[];
}): SpokenFor {
  const { entity, credentials, trusted } = options;
  const annotations = entity.metadata.annotations ?? {};
  const slug = annotations[SLUG];
  const [owner, name, ...rest] = (slug ?? '').split('/');
  const location = annotations[ANNOTATION_LOCATION];
  const read = readLocation({ location, credentials });
  const host =
    read.kind === 'file' ? hostOfSource({ entity, credentials }) : read.host;
  const place =
    host && name && rest.length === 0
      ? placeOf({ host, owner, name })
      : undefined;
  if (read.kind === 'other') return foreign(slug);
  if (!place) {
    return {
      ...{ state: 'refused', reason: 'unnamed' },
      words: slug
        ? `The annotation ${SLUG} is "${slug.slice(
            0,
            100,
          )}", which names no repository of a GitHub that is configured.`
        : `The entity has no annotation ${SLUG}.`,
      remedy: `Write ${SLUG}: OWNER/REPOSITORY into its descriptor.`,
    };
  }
  // Files of the portal's own disk are in the configuration, which only operators write.
  if (read.kind === 'file') return { state: 'named', place, by: 'trusted' };
  const key = `${read.owner}/${read.name}`.toLowerCase();
  if (key === place.key) return { state: 'named', place, by: 'own' };
  if (trusted.some(each => each.toLowerCase() === key)) {
    const url = `${read.host.webUrl}/${read.owner}/${read.name}`;
    return {
      state: 'named',
      place,
      by: 'trusted',
      from: { url, ref: read.ref },
    };
  }
  return read.owner.toLowerCase() === place.owner.toLowerCase()
    ? { state: 'named', place, by: 'neighbour' }
    : foreign(slug);
}

/** With a descriptor on disk: the host that it says its source is at, else the first. */
function hostOfSource(options: {
  entity: Entity;
  credentials: Pick<GithubCredentials, 'hostOf' | 'hosts'>;
}) {
  const { entity, credentials } = options;
  const source = entity.metadata.annotations?.['backstage.io/source-location'];
  try {
    const { type, target } = parseLocationRef(source ?? '');
    if (type === 'url') return credentials.hostOf(target);
  } catch {
    // It names none.
  }
  return credentials.hosts()[0];
}

/** Also the words for a private repository of the same owner. */
export function foreign(
  slug: string | undefined,
): Extract<SpokenFor, { state: 'refused' }> {
  return {
    ...{ state: 'refused', reason: 'foreign' },
    words: `The descriptor of this entity does not lie in ${
      slug?.slice(0, 200) ?? 'the repository'
    }, so it may not show what is in there.`,
    remedy:
      'Describe it in a catalog-info.yaml of its own repository; or an operator adds the repository of the descriptor to callboard.github.activity.trusted.',
  };
}
