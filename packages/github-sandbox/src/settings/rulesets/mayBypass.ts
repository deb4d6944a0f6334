import { includesRole, organisationRoleOf, roleOf } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, RepositoryPermission, User } from '../../core/state';
import type { Ruleset } from './Ruleset';

/** GitHub's numbers of the built-in roles in `bypass_actors`. */
const ROLES: Record<number, RepositoryPermission> = {
  2: 'maintain',
  4: 'push',
  5: 'admin',
};

/**
 * Whether a ruleset names somebody as one who may bypass it. Those with the mode `pull_request` may do so only by merging.
 * https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/creating-rulesets-for-a-repository#granting-bypass-permissions-for-your-branch-or-tag-ruleset
 */
export function mayBypass(options: {
  sandbox: Sandbox;
  repository: Repository;
  ruleset: Ruleset;
  user: User;
  by: 'push' | 'merge';
}): boolean {
  const { sandbox, repository, ruleset, user, by } = options;
  const { state } = sandbox;
  const role = roleOf({ sandbox, user, repository });
  const organisation = state.organisations.get(repository.ownerId);
  return (ruleset.bypass_actors ?? [])
    .filter(
      ({ bypass_mode: mode }) => by === 'merge' || mode !== 'pull_request',
    )
    .some(({ actor_type: type, actor_id: id }) => {
      switch (type) {
        case 'OrganizationAdmin':
          return (
            organisation !== undefined &&
            organisationRoleOf({ user, organisation }) === 'admin'
          );
        case 'RepositoryRole': {
          const needed = ROLES[id ?? 0];
          return needed !== undefined && includesRole({ role, needed });
        }
        case 'Integration':
          return state.apps.get(id ?? 0)?.botId === user.id;
        case 'Team':
          return state.teams
            .get(id ?? 0)
            ?.members.some(({ userId }) => userId === user.id);
        default:
          return false;
      }
    });
}
