import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { ActivityParts } from '../ActivityParts';
import { repositoryOf } from '../access/repositoryOf';
import type { Place } from '../answers/Question';
import { isDefaultBranch } from '../access/isDefaultBranch';

/** A repository with the entities that may speak for it. */
export interface DescribedRepository {
  place: Place;
  /** By name; never empty. */
  entities: Entity[];
  entityRefs: string[];
  /** Of these, those whose descriptors lie in it: who may see the alerts of one of them may see those of the repository. */
  ownRefs: string[];
}

/**
 * The repositories of entities, each once, as far as an entity may speak for it. Asks GitHub nothing: of a repository that another one's
 * descriptor names, and that the mirror does not know, nothing is told. `omitted` counts the entities that are left out, of those that name
 * a repository.
 */
export async function describedRepositories(options: {
  parts: Pick<ActivityParts, 'github' | 'trusted' | 'view'>;
  entities: Entity[];
}): Promise<{ repositories: DescribedRepository[]; omitted: number }> {
  const { parts, entities } = options;
  const { credentials } = parts.github;
  const found = new Map<string, DescribedRepository>();
  let omitted = 0;
  const sorted = [...entities].sort((one, other) =>
    stringifyEntityRef(one).localeCompare(stringifyEntityRef(other)),
  );
  for (const entity of sorted) {
    const spoken = repositoryOf({ ...parts, entity, credentials });
    if (spoken.state === 'refused') {
      if (spoken.reason === 'foreign') omitted += 1;
      continue;
    }
    const { place, by, from } = spoken;
    if (from && !(await isDefaultBranch({ ...parts, from }))) {
      omitted += 1;
      continue;
    }
    if (by === 'neighbour') {
      const known = await parts.view.repositoryAt({ url: place.url });
      if (!known || known.visibility === 'private') {
        omitted += 1;
        continue;
      }
    }
    const id = `${place.host}/${place.key}`;
    const one: DescribedRepository = found.get(id) ?? {
      ...{ place, entities: [], entityRefs: [], ownRefs: [] },
    };
    found.set(id, one);
    const ref = stringifyEntityRef(entity);
    one.entities.push(entity);
    one.entityRefs.push(ref);
    if (by !== 'neighbour') one.ownRefs.push(ref);
  }
  return { repositories: [...found.values()], omitted };
}
