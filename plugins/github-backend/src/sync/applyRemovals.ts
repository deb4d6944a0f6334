import type { Removal } from '../store/PlanStore';
import { chunked } from '../store/chunked';
import { entitiesFor } from './entitiesFor';
import { handOver, type Change } from './handOver';
import type { MirrorContext } from './MirrorContext';
import { sourcesFor } from './sourcesFor';

/**
 * Takes repositories' entities from the catalog, and forgets those that have gone. What has been seen since then stays. Returns the names of
 * those that went.
 */
export async function applyRemovals(options: {
  context: MirrorContext;
  host: string;
  owner: string;
  removals: Removal[];
}): Promise<string[]> {
  const { context, host, owner, removals } = options;
  return await context.exclusively({ host, owner }, async () => {
    const names: string[] = [];
    for (const chunk of chunked(removals, 100)) {
      names.push(...(await removeChunk({ ...options, removals: chunk })));
    }
    return names;
  });
}

async function removeChunk(
  options: Parameters<typeof applyRemovals>[0],
): Promise<string[]> {
  const { context, host, owner, removals } = options;
  const { store, settings } = context;
  const stored = await store.repositories.byIds({
    host,
    ids: removals.map(({ id }) => id),
    withTexts: true,
  });
  const organisation = await store.organisations.get({
    host,
    organisation: owner,
  });
  const changes = new Map<string, Change>();
  const gone: string[] = [];
  const leftOut: string[] = [];
  const names: string[] = [];
  for (const { id, name, kind, seenAt } of removals) {
    const known = stored.get(id);
    if (!known) continue;
    const { repository, given } = known;
    const isBack =
      kind === 'gone'
        ? seenAt !== undefined && repository.seenAt !== seenAt
        : entitiesFor({
            context,
            repository,
            sources: sourcesFor({
              settings,
              host,
              owner: repository.owner,
              app: organisation?.app,
            }),
          }).length > 0;
    if (isBack) continue;
    (kind === 'gone' ? gone : leftOut).push(id);
    names.push(name);
    for (const { provider, entityRef, locationKey } of given) {
      const change = changes.get(provider) ?? { added: [], removed: [] };
      change.removed.push({ entityRef, locationKey });
      changes.set(provider, change);
    }
  }
  await handOver({ context, changes, refreshKeys: [] });
  await store.repositories.forget({ host, ids: gone });
  await store.repositories.told(
    leftOut.map(id => ({
      ...{ host, id, given: [] },
      seenAt: stored.get(id)!.repository.seenAt,
    })),
  );
  return names;
}
