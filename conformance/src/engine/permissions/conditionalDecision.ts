import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';

const RESOURCE_TYPE_CATALOG_ENTITY = 'catalog-entity';

/** Conditions on catalog entities, as a policy returns them. */
export type Criteria = PermissionCriteria<PermissionCondition>;

/** A condition by the name of one of the catalog's rules, such as `IS_ENTITY_OWNER`. */
export function condition(
  rule: string,
  params: PermissionCondition['params'],
): Criteria {
  return { rule, resourceType: RESOURCE_TYPE_CATALOG_ENTITY, params };
}

export function conditionalDecision(conditions: Criteria): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'catalog',
    resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
    conditions,
  };
}
