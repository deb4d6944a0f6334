import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { EntityLimits } from './EntityLimits';
import { isDeeperThan } from './isDeeperThan';

/** Throws `InputError` when an entity is deeper than is allowed. Comes before everything that walks down into it. */
export function checkDepth(options: {
  entity: Entity;
  entityRef: string;
  limits: EntityLimits;
}): void {
  const { entity, entityRef, limits } = options;
  if (isDeeperThan(entity, limits.depth)) {
    throw new InputError(
      `Entity ${entityRef} is nested more than ${limits.depth} levels deep, the limit (catalog.engine.limits.depth)`,
    );
  }
}
