import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { toCatalogLocations } from '../../catalog/locationsInCatalog';
import { createCatalogLink } from '../../catalog/createCatalogLink';

/** A catalog that keeps what it is given, by provider, and remembers what it was told. Shared by the mirrors of several replicas. */
export function recordCatalog() {
  const link = createCatalogLink();
  const entities = new Map<string, Map<string, Entity>>();
  const told: { mutations: EntityProviderMutation[]; refreshed: string[] } = {
    mutations: [],
    refreshed: [],
  };
  let failure: Error | undefined;
  let hidden: Error | undefined;
  let beforeFull = async () => {};

  function failOnce() {
    const error = failure;
    failure = undefined;
    if (error) throw error;
  }

  return {
    link,
    connect(providerName: string) {
      const mine = new Map<string, Entity>();
      entities.set(providerName, mine);
      const connection: EntityProviderConnection = {
        async applyMutation(mutation) {
          failOnce();
          told.mutations.push(structuredClone(mutation));
          if (mutation.type === 'full') await beforeFull();
          if (mutation.type === 'full') {
            mine.clear();
          } else {
            for (const each of mutation.removed) {
              mine.delete(
                'entityRef' in each
                  ? each.entityRef
                  : stringifyEntityRef(each.entity),
              );
            }
          }
          const added =
            mutation.type === 'full' ? mutation.entities : mutation.added;
          for (const { entity } of added) {
            mine.set(stringifyEntityRef(entity), structuredClone(entity));
          }
        },
        async refresh({ keys }) {
          failOnce();
          told.refreshed.push(...keys);
        },
      };
      link.connected({ providerName, connection });
    },
    entity: (ref: string) =>
      [...entities.values()].map(mine => mine.get(ref)).find(Boolean),
    owner: (ref: string) =>
      [...entities.values()].map(mine => mine.get(ref)).find(Boolean)?.spec
        ?.owner,
    /** Forgets everything. */
    lose() {
      entities.forEach(mine => mine.clear());
    },
    knows: (ref: string) => [...entities.values()].some(mine => mine.has(ref)),
    /** As the catalog answers who asks what it has from providers. */
    async locations() {
      if (hidden) throw hidden;
      return toCatalogLocations(
        [...entities.values()].flatMap(mine => [...mine.values()]),
      );
    },
    /** From now on it does not say what it has; undefined: it does again. */
    hide(error: Error | undefined) {
      hidden = error;
    },
    /** Waits for this before it takes all of a provider. */
    onFull(work: () => Promise<void>) {
      beforeFull = work;
    },
    /** The next call fails. */
    fail(error: Error) {
      failure = error;
    },
    /** What it was told since the last call of this. */
    told() {
      const { mutations, refreshed } = told;
      told.mutations = [];
      told.refreshed = [];
      return { mutations, refreshed };
    },
    /** What a provider's locations point at, and the references of its other entities; sorted. */
    has(providerName = 'github-provider:default') {
      return [...entities.get(providerName)!]
        .map(([ref, { spec }]) => (spec?.target as string | undefined) ?? ref)
        .map(target => target.replace(/^https?:\/\/[^/]+\//, ''))
        .sort();
    },
  };
}
