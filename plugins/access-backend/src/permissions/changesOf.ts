import type { Permission } from '@backstage/plugin-permission-common';
import type { PolicyVerdict, RoleRow } from '@callboard/plugin-access-common';
import type { PolicyExplainer } from '@callboard/plugin-access-node';
import { ownersIn } from './describeConditions';
import type { FoundPerson } from './findPerson';

/** What would turn an answer round, one sentence each, the least far-reaching first. */
export function changesOf(options: {
  explainer: PolicyExplainer;
  person: FoundPerson;
  permission: Permission;
  verdict: PolicyVerdict;
  result: PolicyVerdict['result'];
  entity?: string;
}): string[] {
  const { explainer, person, permission, verdict, result, entity } = options;
  const user = person.userEntityRef;
  if (result === 'allow') {
    return [
      `To take it away, put ${user} into a role with deny: [${permission.name}].`,
    ];
  }
  if (explainer.isGuest(user)) {
    return [
      'Sign in with an account: a guest only reads, whatever role is given.',
    ];
  }
  const refusing = verdict.verdicts.filter(({ says }) => says === 'refuse');
  if (refusing.length > 0) {
    return refusing.map(
      ({ role, member, rule }) =>
        `Take ${member} out of the role ${role}, or take ${rule} from permission.callboard.roles.${role}.`,
    );
  }

  const changes: string[] = [];
  const owners = verdict.conditional
    ? ownersIn(verdict.conditional.conditions)
    : [];
  if (owners.length > 0) {
    changes.push(
      `Make one of ${owners.join(', ')} the owner of ${
        entity ?? 'the entity'
      }.`,
    );
  }
  const allowing = new Set(
    explainer
      .wouldSay({ person, permission })
      .filter(({ says }) => says === 'allow')
      .map(({ role }) => role),
  );
  const roles = explainer.roles();
  const possible = roles.filter(({ name }) => allowing.has(name));
  // Where something less does, nobody is told to make administrators.
  const least =
    possible.length > 1
      ? possible.filter(({ name }) => name !== 'admin')
      : possible;
  changes.push(
    ...least.flatMap(role => [
      `Give ${user} or one of its groups the role ${role.name}${groupsOf(
        role,
      )}.`,
      ...viaParents({ role, person }),
    ]),
  );
  const own = verdict.verdicts.find(
    ({ role }) => !roles.find(({ name }) => name === role)?.builtIn,
  );
  changes.push(
    own
      ? `Add ${permission.name} to permission.callboard.roles.${own.role}.allow.`
      : `Make a role of your own with allow: [${permission.name}] (docs/permissions.md).`,
  );
  return changes;
}

function groupsOf({ members }: RoleRow) {
  const groups = members
    .map(({ member }) => member)
    .filter(member => member.startsWith('group:'));
  return groups.length > 0
    ? `, or make ${groups.join(' or ')} a group of the user`
    : '';
}

/** Why somebody in a group below has not what a group above has. */
function viaParents(options: { role: RoleRow; person: FoundPerson }): string[] {
  const { role, person } = options;
  return person.parents
    .filter(path =>
      role.members.some(({ member }) => member === path[path.length - 1]),
    )
    .map(
      path =>
        `${path[path.length - 1]} has the role ${
          role.name
        }, but is only above ${
          path[1]
        }: roles of a group above do not count. Give the role to ${path[1]}.`,
    );
}
