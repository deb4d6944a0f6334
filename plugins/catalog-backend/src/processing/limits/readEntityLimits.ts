import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { DEFAULT_ENTITY_LIMITS, type EntityLimits } from './EntityLimits';

/** Reads `catalog.engine.limits`. Throws `InputError` for a value that is no positive integer. */
export function readEntityLimits(config: Config): EntityLimits {
  const limits = { ...DEFAULT_ENTITY_LIMITS };
  const section = config.getOptionalConfig('catalog.engine.limits');
  for (const name of Object.keys(limits) as (keyof EntityLimits)[]) {
    const value = section?.getOptionalNumber(name);
    if (value === undefined) continue;
    if (!Number.isInteger(value) || value < 1) {
      throw new InputError(
        `catalog.engine.limits.${name} must be a positive integer, not ${value}`,
      );
    }
    limits[name] = value;
  }
  return limits;
}
