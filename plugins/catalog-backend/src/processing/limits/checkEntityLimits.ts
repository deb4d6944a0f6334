import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { checkDepth } from './checkDepth';
import type { EntityLimits } from './EntityLimits';
import { measureEntity } from './measureEntity';

/** Throws `InputError` when an entity is larger, deeper or has more tags than is allowed. */
export function checkEntityLimits(options: {
  entity: Entity;
  entityRef: string;
  limits: EntityLimits;
}): void {
  const { entity, entityRef, limits } = options;
  if (measureEntity(entity, limits.depth) > limits.size) {
    checkDepth(options);
    const size = Buffer.byteLength(JSON.stringify(entity));
    if (size > limits.size) {
      throw new InputError(
        `Entity ${entityRef} takes ${size} bytes, more than the limit of ${limits.size} (catalog.engine.limits.size)`,
      );
    }
  }
  const tags = entity.metadata.tags?.length ?? 0;
  if (tags > limits.tags) {
    throw new InputError(
      `Entity ${entityRef} has ${tags} tags, more than the limit of ${limits.tags} (catalog.engine.limits.tags)`,
    );
  }
}
