import { stringifyEntityRef } from '@backstage/catalog-model';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import { entitiesGiven } from './entitiesGiven';
import type { MirrorContext } from './MirrorContext';

/**
 * What another replica may have given the catalog for an owner through one provider beside the entities that are known. Only repositories that
 * may have some are looked at.
 */
export async function entitiesAdded(options: {
  context: MirrorContext;
  host: string;
  owner: string;
  providerName: string;
  /** References. */
  known: Set<string>;
}): Promise<DeferredEntity[]> {
  const { context, host, owner, providerName, known } = options;
  const { repositories } = context.store;
  // In this order: what the other replica notes down of its gifts in between is among those given. What it gives anew of a repository that
  // is not new, as after a change of configuration, and has not noted yet waits for the next full run.
  const pending = await repositories.pending({ host, owner });
  const given = await repositories.givenBy({ host, owner, providerName });
  const ids = new Set([
    ...pending,
    ...given
      .filter(({ entityRef }) => !known.has(entityRef))
      .map(each => each.id),
  ]);
  const entities = await entitiesGiven({ ...options, ids: [...ids] });
  return entities.filter(
    ({ entity }) => !known.has(stringifyEntityRef(entity)),
  );
}
