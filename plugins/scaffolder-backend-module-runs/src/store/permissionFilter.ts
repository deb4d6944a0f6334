import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type {
  TaskFilter,
  TaskFilters,
} from '@backstage/plugin-scaffolder-node';
import type { Knex } from 'knex';

type Criteria = PermissionCriteria<TaskFilters | TaskFilter>;

/** Narrows a query of runs down to those that a caller may read. */
export function permissionFilter(options: {
  query: Knex.QueryBuilder;
  criteria: Criteria;
  isNegated?: boolean;
}): void {
  const { query, criteria, isNegated = false } = options;
  if (isNotCriteria(criteria)) {
    permissionFilter({
      query,
      criteria: criteria.not as Criteria,
      isNegated: !isNegated,
    });
    return;
  }
  if (isLeaf(criteria)) {
    const values = (criteria.values ?? []).filter(Boolean);
    if (isNegated) query.whereNotIn(criteria.key, values);
    else query.whereIn(criteria.key, values);
    return;
  }
  query[isNegated ? 'andWhereNot' : 'andWhere']((inner: Knex.QueryBuilder) => {
    if (isOrCriteria(criteria)) {
      for (const one of criteria.anyOf) {
        inner.orWhere((each: Knex.QueryBuilder) =>
          permissionFilter({ query: each, criteria: one as Criteria }),
        );
      }
    } else if (isAndCriteria(criteria)) {
      for (const one of criteria.allOf) {
        inner.andWhere((each: Knex.QueryBuilder) =>
          permissionFilter({ query: each, criteria: one as Criteria }),
        );
      }
    }
  });
}

function isLeaf(criteria: Criteria): criteria is TaskFilter {
  return Object.hasOwn(criteria, 'key');
}
