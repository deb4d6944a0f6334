import { InputError } from '@backstage/errors';
import type { ProcessorOutput } from '../ProcessorOutputCollector';
import type { EntityLimits } from './EntityLimits';

/** Throws `InputError` when processors emitted more for one entity than is allowed. */
export function checkOutputLimits(options: {
  output: ProcessorOutput;
  entityRef: string;
  limits: EntityLimits;
}): void {
  const { output, entityRef, limits } = options;
  check('relations', output.relations.length);
  check('entities', output.deferredEntities.length);
  check('refreshKeys', output.refreshKeys.length);

  function check(limit: keyof EntityLimits, count: number): void {
    if (count > limits[limit]) {
      throw new InputError(
        `Processing of ${entityRef} emitted ${count} ${
          limit === 'refreshKeys' ? 'refresh keys' : limit
        }, more than the limit of ${
          limits[limit]
        } (catalog.engine.limits.${limit})`,
      );
    }
  }
}
