import { stringifyEntityRef } from '@backstage/catalog-model';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import { ANNOTATION_INFERRED } from '@callboard/plugin-github-common';
import type { RepositorySource } from '../config/GithubSettings';
import { withStamp } from '../inferred/withStamp';
import { hashOf } from '../store/hashOf';
import type { KnownRepository } from '../store/MirrorView';
import type { GivenEntity } from '../store/StoredRepository';
import type { MirrorContext } from './MirrorContext';

/** An entity for the catalog, and how the store remembers it. */
export interface Giving {
  deferred: DeferredEntity;
  given: GivenEntity;
}

/** What all sources make of a repository. Where two make the same entity the first one gives it: the catalog keeps it for one provider. */
export function entitiesFor(options: {
  context: Pick<MirrorContext, 'entitiesOf' | 'settings' | 'owners'>;
  sources: RepositorySource[];
  repository: KnownRepository;
  teams?: { slug: string; permission: string }[];
  /** Another repository has the name of the inferred entity. */
  nameTaken?: boolean;
  /** What the catalog has: an inferred entity that stays as it is keeps its stamp. */
  before?: GivenEntity[];
  /** ISO 8601; of what makes another entity of it, where that is known. */
  changedAt?: string;
}): Giving[] {
  const { context, sources, repository, teams, nameTaken } = options;
  const { entitiesOf, settings, owners } = context;
  const givings = new Map<string, Giving>();
  for (const source of sources) {
    for (const deferred of entitiesOf({
      source,
      repository,
      settings,
      teams,
      lacks: owners?.lacks,
      nameTaken,
    })) {
      const entityRef = stringifyEntityRef(deferred.entity);
      if (!givings.has(entityRef)) {
        const given = {
          provider: source.providerName,
          entityRef,
          ...(deferred.locationKey && { locationKey: deferred.locationKey }),
          hash: hashOf(deferred),
        };
        givings.set(entityRef, stamped({ ...options, deferred, given }));
      }
    }
  }
  return [...givings.values()];
}

/** An inferred entity says since when it is what it is; a `Location` does not. */
function stamped(
  options: Pick<
    Parameters<typeof entitiesFor>[0],
    'repository' | 'before' | 'changedAt'
  > &
    Giving,
): Giving {
  const { deferred, given, repository, before = [], changedAt } = options;
  if (!deferred.entity.metadata.annotations?.[ANNOTATION_INFERRED]) {
    return { deferred, given };
  }
  const { head, seenAt } = repository;
  const kept = before.find(
    each =>
      each.provider === given.provider &&
      each.entityRef === given.entityRef &&
      each.hash === given.hash,
  );
  const stamp = kept?.stamp ?? {
    ...(head && { commit: head.oid }),
    seenAt,
    ...(changedAt && {
      lagMs: Math.max(0, Date.parse(seenAt) - Date.parse(changedAt)),
    }),
  };
  return {
    deferred: {
      ...deferred,
      entity: withStamp({ entity: deferred.entity, stamp }),
    },
    given: { ...given, stamp },
  };
}
