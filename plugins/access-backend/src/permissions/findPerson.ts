import { InputError } from '@backstage/errors';
import {
  parseEntityRef,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { MembershipPath } from '@callboard/plugin-access-common';
import type { AccessContext } from '../AccessContext';

/** Groups above groups are followed this far. */
const MOST_LEVELS = 10;

/** A person with the references that count, and the ways to them. */
export interface FoundPerson {
  userEntityRef: string;
  ownershipEntityRefs: string[];
  inCatalog: boolean;
  /** To each of the references that count. */
  paths: MembershipPath[];
  /** To groups above those: their roles do not count. */
  parents: MembershipPath[];
}

/** A full reference of a user in lower case. Kind and namespace may be left out. */
export function toUserRef(text: string): string {
  let ref;
  try {
    ref = parseEntityRef(text.trim(), {
      defaultKind: 'user',
      defaultNamespace: 'default',
    });
  } catch {
    throw new InputError(`${text} is not a reference of a user`);
  }
  if (ref.kind.toLowerCase() !== 'user') {
    throw new InputError(`${text} is not a reference of a user`);
  }
  return stringifyEntityRef(ref);
}

/** The person as the catalog has it now. Whoever it has not counts alone. */
export async function findPerson(options: {
  userEntityRef: string;
  context: Pick<AccessContext, 'auth' | 'catalog'>;
}): Promise<FoundPerson> {
  const { userEntityRef, context } = options;
  const { auth, catalog } = context;
  const credentials = await auth.getOwnServiceCredentials();
  const user = await catalog.getEntityByRef(userEntityRef, { credentials });
  const groups = relatedGroups(user, RELATION_MEMBER_OF);

  const parents: MembershipPath[] = [];
  const seen = new Set(groups);
  let level: MembershipPath[] = groups.map(group => [userEntityRef, group]);
  for (let depth = 0; depth < MOST_LEVELS && level.length > 0; depth++) {
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: level.map(path => path[path.length - 1]),
        fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
      },
      { credentials },
    );
    const above: MembershipPath[] = [];
    level.forEach((path, index) => {
      for (const parent of relatedGroups(items[index], RELATION_CHILD_OF)) {
        if (!seen.has(parent)) {
          seen.add(parent);
          above.push([...path, parent]);
        }
      }
    });
    parents.push(...above);
    level = above;
  }
  return {
    userEntityRef,
    ownershipEntityRefs: [userEntityRef, ...groups],
    inCatalog: Boolean(user),
    paths: [[userEntityRef], ...groups.map(group => [userEntityRef, group])],
    parents,
  };
}

/** As sign-in takes the groups of a user: those that the catalog names, and none above them. */
function relatedGroups(entity: Entity | undefined, type: string): string[] {
  const refs = (entity?.relations ?? [])
    .filter(one => one.type === type && one.targetRef.startsWith('group:'))
    .map(one => one.targetRef);
  return [...new Set(refs)];
}
