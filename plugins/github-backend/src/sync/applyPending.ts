import { chunked } from '../store/chunked';
import { collect } from './collect';
import { handOver, type Change } from './handOver';
import type { MirrorContext } from './MirrorContext';
import { openGivings } from './openGivings';
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
    const givingsOf = await openGivings({ context, host, owner });
    for (const chunk of chunked(ids, 100)) {
      const stored = await store.repositories.byIds({
        host,
        ids: chunk,
        withTexts: true,
      });
      const changes = new Map<string, Change>();
      const refreshKeys: string[] = [];
      const told = [];
      const givingsById = await givingsOf([...stored.values()]);
      for (const before of stored.values()) {
        const { repository, given } = before;
        const givings = givingsById.get(repository.id)!;
        const { files } = repository;
        refreshKeys.push(...refreshKeysOf({ repository, files, patterns }));
        if (givings.length > 0) {
          collect({ changes, before, givings, givesAll: true });
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
