import {
  isPermission,
  isReadPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import { scaffolderTaskConditions } from '@backstage/plugin-scaffolder-backend/alpha';
import { taskReadPermission } from '@backstage/plugin-scaffolder-common/alpha';
import type { Conditions, RoleVerdict } from '@callboard/plugin-access-common';
import type { PolicyPerson } from '@callboard/plugin-access-node';
import { fillConditions } from '../roles/fillConditions';
import { matchingPattern } from '../roles/matchingPattern';
import type { BaseRole, Role } from '../roles/Role';
import { isInsiderPermission } from './insiderPermissions';
import { isOperatorPermission } from './operatorPermissions';
import { isOwnerPermission, ownsEntity } from './ownerPermissions';

const CATALOG_ENTITY = 'catalog-entity';

/** What one role says, and the rule in words. */
export interface RoleAnswer extends Pick<RoleVerdict, 'says' | 'rule'> {
  /** With `conditional`. */
  conditions?: Conditions;
}

/** What a role says to a permission, for a person who has it. */
export function decideForRole(options: {
  role: Role;
  permission: Permission;
  person: PolicyPerson;
}): RoleAnswer {
  const { role, permission, person } = options;
  const { name } = permission;
  const denied = matchingPattern({ patterns: role.deny, name });
  if (denied) return { says: 'refuse', rule: `deny: ${denied}` };

  const allowed = matchingPattern({ patterns: role.allow, name });
  const answer: RoleAnswer = allowed
    ? { says: 'allow', rule: `allow: ${allowed}` }
    : decideForBase({ base: role.extends, permission, person });
  const isOnEntity =
    permission.type === 'resource' &&
    permission.resourceType === CATALOG_ENTITY;
  if (answer.says === 'allow' && isOnEntity && role.conditions) {
    return {
      says: 'conditional',
      rule: `${answer.rule}, on entities that meet its conditions`,
      conditions: fillConditions({ conditions: role.conditions, person }),
    };
  }
  if (answer.conditions && isOnEntity && role.conditions) {
    const own = fillConditions({ conditions: role.conditions, person });
    return {
      ...answer,
      rule: `${answer.rule} that meet its conditions`,
      conditions: { allOf: [answer.conditions, own] },
    };
  }
  return answer;
}

function decideForBase(options: {
  base?: BaseRole;
  permission: Permission;
  person: PolicyPerson;
}): RoleAnswer {
  const { base, permission, person } = options;
  if (!base) return { says: 'silent', rule: 'not in its list' };
  if (base === 'admin') return { says: 'allow', rule: 'everything' };
  if (isOperatorPermission(permission.name)) {
    return { says: 'deny', rule: 'it is for administrators' };
  }
  if (isOwnerPermission(permission.name)) {
    return base === 'developer'
      ? {
          says: 'conditional',
          rule: 'own entities',
          conditions: ownsEntity(person),
        }
      : { says: 'deny', rule: 'it is for the owners of an entity' };
  }
  // What others typed into a template, and the log of what was done with it: masked, but a template can write a secret in a way that no mask
  // knows.
  if (isPermission(permission, taskReadPermission)) {
    return {
      says: 'conditional',
      rule: 'own runs of templates',
      conditions: scaffolderTaskConditions.isTaskOwner({
        createdBy: [person.userEntityRef],
      }) as Conditions,
    };
  }
  if (base === 'developer') {
    return { says: 'allow', rule: 'everything but what is for administrators' };
  }
  if (!isReadPermission(permission)) {
    return { says: 'deny', rule: 'it changes something' };
  }
  if (isInsiderPermission(permission.name)) {
    return { says: 'deny', rule: 'it shows more than the catalog' };
  }
  return { says: 'allow', rule: 'what only reads' };
}
