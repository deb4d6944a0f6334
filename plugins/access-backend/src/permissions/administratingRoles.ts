import { accessManagePermission } from '@callboard/plugin-access-common';
import type { PolicyExplainer } from '@callboard/plugin-access-node';

/** The names of the roles whose members can give roles: `admin`, and those of the operator's own that allow as much. */
export function administratingRoles(explainer: PolicyExplainer): string[] {
  return explainer
    .wouldSay({
      person: { userEntityRef: 'user:default/nobody', ownershipEntityRefs: [] },
      permission: accessManagePermission,
    })
    .filter(({ says }) => says === 'allow')
    .map(({ role }) => role);
}

/** Everybody who can give roles: references of users and groups, with the role by which they can. */
export function administratorsOf(
  explainer: PolicyExplainer,
): { member: string; role: string }[] {
  const names = administratingRoles(explainer);
  return explainer
    .roles()
    .filter(({ name }) => names.includes(name))
    .flatMap(({ name, members }) =>
      members.map(({ member }) => ({ member, role: name })),
    );
}
