import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
  type GroupEntity,
  type UserEntity,
} from '@backstage/catalog-model';

/** Tells users of the groups that have them as members, as stock does. Changes them. `users` by entity reference. */
export function linkMembers(options: {
  users: Map<string, UserEntity>;
  groups: GroupEntity[];
}): void {
  const { users, groups } = options;
  for (const { metadata, spec } of groups) {
    const { namespace, name } = metadata;
    const group =
      namespace && namespace !== DEFAULT_NAMESPACE
        ? `${namespace}/${name}`
        : name;
    for (const member of spec.members ?? []) {
      const ref = parseEntityRef(member, { defaultKind: 'user' });
      const user = users.get(stringifyEntityRef(ref));
      if (user && !user.spec.memberOf?.includes(group)) {
        user.spec.memberOf = [...(user.spec.memberOf ?? []), group];
      }
    }
  }
}
