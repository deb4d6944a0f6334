import type { Contested } from '../store/RepositoryStore';
import { groupBy } from '../store/groupBy';
import { applyPending } from './applyPending';
import type { MirrorContext } from './MirrorContext';

/**
 * Gives inferred entities other names where another repository has theirs: organisations that are read at the same time do not know of each
 * other's yet. As in `takenNames` the oldest repository keeps a name.
 */
export async function settleNames(options: {
  context: MirrorContext;
  host: string;
  organisation: string;
}): Promise<void> {
  const { context, host, organisation } = options;
  const { repositories } = context.store;
  if (!context.settings.inference) {
    return;
  }
  const contested = await repositories.contested({
    ...{ host, owner: organisation },
    kind: 'component',
  });
  const oldest: Contested[] = [];
  const others: Contested[] = [];
  for (const [, holders] of groupBy(contested, each => each.entityRef)) {
    const [first, ...rest] = holders.sort(
      (a, b) => a.databaseId - b.databaseId,
    );
    oldest.push(first);
    others.push(...rest);
  }
  // Those that keep theirs come last, since the catalog may have taken it from them with the other's.
  for (const which of [others, oldest]) {
    for (const [, ofOwner] of groupBy(which, ({ host: at, owner }) =>
      [at, owner].join('/'),
    )) {
      const [{ host: at, owner }] = ofOwner;
      await repositories.remind({ host: at, ids: ofOwner.map(({ id }) => id) });
      await applyPending({ context, host: at, owner });
    }
  }
}
