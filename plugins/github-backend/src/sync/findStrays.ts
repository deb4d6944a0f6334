import type { RepositorySource } from '../config/GithubSettings';
import { chunked } from '../store/chunked';
import { lowerKey } from '../store/lowerKey';
import type { Removal } from '../store/PlanStore';
import { readTarget } from '../store/readTarget';
import type { MirrorContext } from './MirrorContext';

/**
 * What the catalog may have from a provider of this source's name and the mirror has not given: it would go when the catalog is told that
 * there is nothing else. The catalog does not say from whom an entity is, so what another source reads is left out, and an owner whom none
 * reads is counted: that is too many rather than too few. Rejects where the catalog does not answer.
 */
export async function findStrays(options: {
  context: Pick<MirrorContext, 'catalogLocations' | 'settings' | 'store'>;
  source: RepositorySource;
  /** Whom the source reads. */
  owners: string[];
  /** All owners whom a source reads at this host. */
  read: string[];
}): Promise<{
  strays: Removal[];
  /** Repositories that the catalog has of these owners, with the strays. */
  of: number;
}> {
  const { context, source } = options;
  const { catalogLocations, store } = context;
  const owners = new Set(options.owners.map(lowerKey));
  const others = new Set(
    options.read.map(lowerKey).filter(key => !owners.has(key)),
  );
  const located = (await catalogLocations()).flatMap(({ entityRef, url }) => {
    const target = readTarget(url);
    return target &&
      lowerKey(target.host) === lowerKey(source.host) &&
      !others.has(lowerKey(target.owner))
      ? [{ entityRef, owner: target.owner, name: target.name }]
      : [];
  });
  const given = new Set<string>();
  for (const chunk of chunked(located)) {
    const holders = await store.repositories.holders({
      entityRefs: chunk.map(({ entityRef }) => entityRef),
    });
    holders.forEach(({ entityRef }) => given.add(entityRef));
  }
  return {
    strays: located
      .filter(({ entityRef }) => !given.has(entityRef))
      .map(({ entityRef: id, owner, name }) => ({
        id,
        name: owners.has(lowerKey(owner)) ? name : `${owner}/${name}`,
        kind: 'stray',
      })),
    of: new Set(located.map(({ owner, name }) => lowerKey(`${owner}/${name}`)))
      .size,
  };
}
