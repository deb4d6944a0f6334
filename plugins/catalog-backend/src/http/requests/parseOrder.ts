import { InputError } from '@backstage/errors';
import { parseStrings } from './parseStrings';

/** Reads the `order` parameter of `/entities`, `asc:field` or `desc:field`. */
export function parseOrder(parameters: {
  order?: unknown;
}): { field: string; order: 'asc' | 'desc' }[] | undefined {
  return parseStrings(parameters.order, 'order')?.map(item => {
    const match = /^(asc|desc):(.+)$/.exec(item);
    if (!match)
      throw new InputError(
        `Invalid order parameter "${item}", expected "<asc or desc>:<field name>"`,
      );
    return { order: match[1] as 'asc' | 'desc', field: match[2] };
  });
}
