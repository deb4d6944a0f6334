import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import { chunked } from '../store/chunked';
import { givingsOf } from './givingsOf';
import type { MirrorContext } from './MirrorContext';

/** All that an owner's repositories are in the catalog through one provider, from what the database has. */
export async function entitiesGiven(options: {
  context: MirrorContext;
  host: string;
  owner: string;
  providerName: string;
}): Promise<DeferredEntity[]> {
  const { context, host, owner, providerName } = options;
  const { store } = context;
  const known = await store.repositories.ids({ host, owner });
  const entities: DeferredEntity[] = [];
  for (const chunk of chunked(known, 100)) {
    const stored = await store.repositories.byIds({
      host,
      ids: chunk.map(({ id }) => id),
      withTexts: true,
    });
    const givings = await givingsOf({
      ...{ context, host, owner },
      stored: [...stored.values()],
    });
    entities.push(
      ...[...givings.values()]
        .flat()
        .filter(({ given }) => given.provider === providerName)
        .map(({ deferred }) => deferred),
    );
  }
  return entities;
}
