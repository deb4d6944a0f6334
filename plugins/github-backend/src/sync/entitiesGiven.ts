import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import { chunked } from '../store/chunked';
import type { MirrorContext } from './MirrorContext';
import { openGivings } from './openGivings';

/** What an owner's repositories are in the catalog through one provider, from what the database has: all, or those of `ids`. */
export async function entitiesGiven(options: {
  context: MirrorContext;
  host: string;
  owner: string;
  providerName: string;
  ids?: string[];
}): Promise<DeferredEntity[]> {
  const { context, host, owner, providerName } = options;
  const { repositories } = context.store;
  const ids =
    options.ids ??
    (await repositories.ids({ host, owner })).map(({ id }) => id);
  const givingsOf = await openGivings({ context, host, owner });
  const entities: DeferredEntity[] = [];
  for (const chunk of chunked(ids, 100)) {
    const stored = await repositories.byIds({
      ...{ host, ids: chunk },
      withTexts: true,
    });
    const givings = await givingsOf([...stored.values()]);
    entities.push(
      ...[...givings.values()]
        .flat()
        .filter(({ given }) => given.provider === providerName)
        .map(({ deferred }) => deferred),
    );
  }
  return entities;
}
