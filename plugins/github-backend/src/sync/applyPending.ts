import { chunked } from '../store/chunked';
import { givingsOf } from './givingsOf';
import { handOver, type Change } from './handOver';
import type { MirrorContext } from './MirrorContext';
import { refreshKeysOf } from './refreshKeysOf';
import { sourcesFor } from './sourcesFor';
import { wishesOf } from './wishesOf';

/**
 * Tells the catalog what the database has and the catalog may not have: a process that ended between the two has left it. Repositories that
 * lose all their entities wait for the next full run.
 */
export async function applyPending(options: {
  context: MirrorContext;
  host: string;
  owner: string;
}): Promise<void> {
  const { context, host, owner } = options;
  const { store, settings } = context;
  await context.exclusively({ host, owner }, async () => {
    const ids = await store.repositories.pending({ host, owner });
    if (ids.length === 0) return;
    const organisation = await store.organisations.get({
      host,
      organisation: owner,
    });
    const sources = sourcesFor({
      settings,
      host,
      owner,
      app: organisation?.app,
    });
    const { patterns } = wishesOf({ sources, settings });
    for (const chunk of chunked(ids, 100)) {
      const stored = await store.repositories.byIds({
        host,
        ids: chunk,
        withTexts: true,
      });
      const changes = new Map<string, Change>();
      const refreshKeys: string[] = [];
      const told = [];
      const givingsById = await givingsOf({
        ...{ context, host, owner },
        stored: [...stored.values()],
      });
      for (const { repository, given } of stored.values()) {
        const givings = givingsById.get(repository.id)!;
        const { files } = repository;
        refreshKeys.push(...refreshKeysOf({ repository, files, patterns }));
        for (const { deferred, given: mine } of givings) {
          changeOf(changes, mine.provider).added.push(deferred);
        }
        const kept = new Set(givings.map(each => each.given.entityRef));
        const lost = given.filter(each => !kept.has(each.entityRef));
        if (givings.length > 0) {
          for (const { provider, entityRef, locationKey } of lost) {
            const { removed } = changeOf(changes, provider);
            removed.push({ entityRef, locationKey });
          }
        }
        told.push({
          host,
          id: repository.id,
          seenAt: repository.seenAt,
          given: givings.length > 0 ? givings.map(each => each.given) : given,
        });
      }
      await handOver({ context, changes, refreshKeys });
      await store.repositories.told(told);
    }
  });
}

function changeOf(changes: Map<string, Change>, provider: string) {
  const change = changes.get(provider) ?? { added: [], removed: [] };
  changes.set(provider, change);
  return change;
}
