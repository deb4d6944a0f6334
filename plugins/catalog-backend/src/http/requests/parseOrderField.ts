import { InputError } from '@backstage/errors';
import type { EntityOrder } from '../../query/EntitiesCatalog';
import { parseStrings } from './parseStrings';

/** Reads the `orderField` parameter of `by-query`: `field`, `field,asc` or `field,desc`. */
export function parseOrderField(parameters: {
  orderField?: unknown;
}): EntityOrder[] | undefined {
  return parseStrings(parameters.orderField, 'orderField')?.map(item => {
    const [field, order] = item.split(',');
    if (order !== undefined && order !== 'asc' && order !== 'desc')
      throw new InputError('Invalid order field order, must be asc or desc');
    return { field, order };
  });
}
