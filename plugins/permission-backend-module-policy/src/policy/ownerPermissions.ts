import type { Conditions } from '@callboard/plugin-access-common';
import type { PolicyPerson } from '@callboard/plugin-access-node';
import { fillConditions, OWNER_REFS } from '../roles/fillConditions';

/**
 * What GitHub itself gives only to those who may write to a repository: to run its workflows, and to see its security alerts. The portal asks
 * with its own credential, so here it is the owners of an entity.
 */
const OWNER_PERMISSIONS: ReadonlySet<string> = new Set([
  'github.alerts.read',
  'github.workflows.run',
]);

/** Whether the permission is, of developers, for the owners of an entity alone. */
export function isOwnerPermission(name: string): boolean {
  return OWNER_PERMISSIONS.has(name);
}

/** That the person, or a group of theirs, owns the entity. */
export function ownsEntity(person: PolicyPerson): Conditions {
  return fillConditions({
    conditions: {
      resourceType: 'catalog-entity',
      rule: 'IS_ENTITY_OWNER',
      params: { claims: [OWNER_REFS] },
    },
    person,
  });
}
