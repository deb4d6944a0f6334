import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';

/** A connection that does what a catalog does with mutations, and remembers them. */
export function recordConnection() {
  const entities = new Map<string, Entity>();
  const mutations: EntityProviderMutation[] = [];
  const connection: EntityProviderConnection = {
    async applyMutation(mutation) {
      mutations.push(structuredClone(mutation));
      if (mutation.type === 'full') entities.clear();
      const added =
        mutation.type === 'full' ? mutation.entities : mutation.added;
      const removed = mutation.type === 'full' ? [] : mutation.removed;
      removed.forEach(each =>
        entities.delete(
          'entityRef' in each
            ? each.entityRef
            : stringifyEntityRef(each.entity),
        ),
      );
      added.forEach(({ entity }) =>
        entities.set(stringifyEntityRef(entity), structuredClone(entity)),
      );
    },
    async refresh() {},
  };
  return {
    connection,
    mutations,
    entities,
    /** Sorted references. */
    refs: () => [...entities.keys()].sort(),
    memberOf: (ref: string) => entities.get(ref)?.spec?.memberOf,
  };
}
