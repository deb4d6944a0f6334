import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RepositoryRead } from '../github/RepositoryRead';
import { inferredName } from '../inferred/inferredName';
import type { MirrorContext } from './MirrorContext';

/**
 * Ids of those repositories whose inferred entities need another name, since another repository has theirs. Who has a name keeps it; where
 * two have it, the older repository does.
 */
export async function takenNames(options: {
  context: {
    settings: Pick<MirrorContext['settings'], 'inference'>;
    store: {
      repositories: Pick<MirrorContext['store']['repositories'], 'holders'>;
    };
  };
  host: string;
  reads: Pick<
    RepositoryRead,
    'id' | 'databaseId' | 'owner' | 'name' | 'files'
  >[];
}): Promise<Set<string>> {
  const { context, host, reads } = options;
  const candidates = reads
    .filter(({ files }) =>
      Object.values(files).every(({ state }) => state === 'absent'),
    )
    .map(read => ({
      read,
      entityRef: stringifyEntityRef({
        kind: 'Component',
        name: inferredName(read),
      }),
    }));
  if (!context.settings.inference || candidates.length === 0) {
    return new Set();
  }
  const holders = await context.store.repositories.holders({
    entityRefs: candidates.map(({ entityRef }) => entityRef),
  });
  const taken = candidates.filter(({ read, entityRef }) => {
    const isOwn = (holder: { host: string; id: string }) =>
      holder.host === host && holder.id === read.id;
    const those = holders.filter(each => each.entityRef === entityRef);
    const others = those.filter(each => !isOwn(each));
    return those.some(isOwn)
      ? others.some(({ databaseId }) => databaseId < read.databaseId)
      : others.length > 0;
  });
  return new Set(taken.map(({ read }) => read.id));
}
