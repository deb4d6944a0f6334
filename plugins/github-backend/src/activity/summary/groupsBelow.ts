import {
  type Entity,
  RELATION_PARENT_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Caller } from '../access/openEntity';

const MOST_LEVELS = 5;
const MOST_GROUPS = 100;

/** References of a group and of those below it, of five levels and a hundred groups at most. */
export async function groupsBelow(options: {
  catalog: CatalogService;
  credentials: Caller;
  group: Entity;
}): Promise<string[]> {
  const { catalog, credentials, group } = options;
  const found = new Set([stringifyEntityRef(group)]);
  let level = [group];
  for (let depth = 0; depth < MOST_LEVELS && level.length > 0; depth += 1) {
    const below = level
      .flatMap(({ relations = [] }) => relations)
      .filter(({ type }) => type === RELATION_PARENT_OF)
      .map(({ targetRef }) => targetRef)
      .filter(ref => !found.has(ref))
      .slice(0, MOST_GROUPS - found.size);
    if (below.length === 0) break;
    below.forEach(ref => found.add(ref));
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: [...new Set(below)] },
      { credentials },
    );
    level = items.flatMap(item => item ?? []);
  }
  return [...found];
}
