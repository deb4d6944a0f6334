import type { Permission } from '@backstage/plugin-permission-common';
import type {
  Conditions,
  PolicyVerdict,
  RoleVerdict,
} from '@callboard/plugin-access-common';
import type { PolicyPerson } from '@callboard/plugin-access-node';
import { heldRoles } from '../roles/heldRoles';
import type { RoleGrant, RoleSet } from '../roles/Role';
import { decideForRole } from './decideForRole';

/**
 * The decision on a person and a permission, with its reasons. What one of the person's roles denies expressly is denied; else the most
 * permissive role counts. Depends on nothing but its arguments: the policy and `permissions explain` both call it.
 */
export function decide(options: {
  person: PolicyPerson;
  permission: Permission;
  set: RoleSet;
  /** Roles given outside of the configuration. */
  assigned: RoleGrant[];
}): PolicyVerdict {
  const { person, permission, set, assigned } = options;
  const conditions: Conditions[] = [];
  const verdicts = heldRoles({ person, set, assigned }).map(
    (held): RoleVerdict => {
      const role = set.roles.get(held.role)!;
      const answer = decideForRole({ role, permission, person });
      if (answer.conditions) conditions.push(answer.conditions);
      return { ...held, says: answer.says, rule: answer.rule };
    },
  );
  const says = (what: RoleVerdict['says']) =>
    verdicts.some(verdict => verdict.says === what);

  if (says('refuse')) return { result: 'deny', verdicts };
  if (says('allow')) return { result: 'allow', verdicts };
  if (conditions.length > 0 && permission.type === 'resource') {
    return {
      result: 'conditional',
      verdicts,
      conditional: {
        pluginId: pluginOf(permission.resourceType),
        resourceType: permission.resourceType,
        conditions: anyOf(conditions),
      },
    };
  }
  return { result: 'deny', verdicts };
}

/** Conditions are made for these two kinds of things only; see `decideForRole`. */
function pluginOf(resourceType: string) {
  return resourceType === 'scaffolder-task' ? 'scaffolder' : 'catalog';
}

function anyOf(conditions: Conditions[]): Conditions {
  const distinct = new Map(conditions.map(one => [JSON.stringify(one), one]));
  const [first, ...rest] = distinct.values();
  return rest.length > 0 ? { anyOf: [first, ...rest] } : first;
}
