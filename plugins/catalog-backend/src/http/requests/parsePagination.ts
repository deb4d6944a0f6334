import { InputError } from '@backstage/errors';

/** Reads the pagination of `/entities`. Undefined when there is none: everything is returned then. */
export function parsePagination(parameters: {
  limit?: number;
  offset?: number;
  after?: string;
}): { limit?: number; offset?: number; after?: string } | undefined {
  const { limit, offset, after } = parameters;
  if (offset === undefined && limit === undefined && after === undefined)
    return undefined;
  if (offset !== undefined && offset < 0)
    throw new InputError('Invalid offset, must be zero or greater');
  if (limit !== undefined && limit <= 0)
    throw new InputError('Invalid limit, must be greater than zero');
  if (after === '') throw new InputError('Invalid after, must not be empty');
  return {
    ...(offset !== undefined && { offset }),
    ...(limit !== undefined && { limit }),
    ...(after !== undefined && { after }),
  };
}
