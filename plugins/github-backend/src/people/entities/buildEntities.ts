import {
  isGroupEntity,
  isUserEntity,
  stringifyEntityRef,
  type Entity,
  type UserEntity,
} from '@backstage/catalog-model';
import type { PeopleSource } from '../../config/GithubSettings';
import type { Snapshot } from '../store/KnownOrganisation';
import type { TransformContext } from '../transforms/PeopleTransforms';
import type { GivenTransforms } from '../transforms/peopleTransformsRef';
import type { TransformCache } from './createTransformCache';
import { defaultGroup } from './defaultGroup';
import { defaultUser } from './defaultUser';
import { linkGroups } from './linkGroups';
import { linkMembers } from './linkMembers';
import { toTeamItems, toUserItem } from './toItems';
import { withLocations } from './withLocations';

/**
 * The users and groups of a source, the same as stock gives. Somebody who is in several organisations is one user, as the first of them
 * shows them, with the groups of all; an e-mail address that only a later one shows is added.
 */
export async function buildEntities(options: {
  source: PeopleSource;
  organisations: { snapshot: Snapshot; context: TransformContext }[];
  transforms: GivenTransforms;
  cache: TransformCache;
}): Promise<Entity[]> {
  const { source, organisations, transforms, cache } = options;
  const { useVerifiedEmails, alwaysUseDefaultNamespace } = source;
  const users = new Map<string, Entity>();
  const groups: Entity[] = [];

  for (const { snapshot, context } of organisations) {
    const key = (kind: string, name: string) =>
      `${context.org}/${kind}/${name}`;
    for (const person of snapshot.people) {
      if (isLeftOut({ source, person })) continue;
      const item = toUserItem(person);
      const user = await cache.entity({
        ...{ key: key('user', item.login), item },
        make: async () =>
          transforms.user
            ? transforms.user(item, context)
            : defaultUser({ item, useVerifiedEmails }),
      });
      if (user) addUser({ users, user });
    }
    const made: Entity[] = [];
    for (const item of toTeamItems(snapshot)) {
      const group = await cache.entity({
        ...{ key: key('group', item.slug), item },
        make: async () =>
          transforms.team
            ? transforms.team(item, context)
            : defaultGroup({
                item,
                ...(!alwaysUseDefaultNamespace && {
                  namespace: context.org.toLowerCase(),
                }),
              }),
      });
      if (group) made.push(group);
    }
    // As in stock: a transformer that makes something else of teams links them itself.
    if (made.every(isGroupEntity)) {
      linkGroups({ groups: made });
      const members = [...users].filter(
        (entry): entry is [string, UserEntity] => isUserEntity(entry[1]),
      );
      linkMembers({ users: new Map(members), groups: made });
    }
    groups.push(...made);
  }
  return [...users.values(), ...groups].map(entity =>
    withLocations({ host: source.host, entity }),
  );
}

function isLeftOut(options: {
  source: PeopleSource;
  person: Snapshot['people'][number];
}): boolean {
  const { source, person } = options;
  return Boolean(
    (source.excludeSuspendedUsers && person.suspendedAt) ||
      (!source.outsideCollaborators && person.isOutside),
  );
}

function addUser(options: { users: Map<string, Entity>; user: Entity }): void {
  const { users, user } = options;
  const ref = stringifyEntityRef(user);
  const first = users.get(ref);
  if (!first) {
    users.set(ref, user);
    return;
  }
  if (!isUserEntity(first) || !isUserEntity(user)) return;
  const email = user.spec.profile?.email;
  if (email && !first.spec.profile?.email) {
    first.spec.profile = { ...first.spec.profile, email };
  }
}
