import type { Call } from './Route';

/** One page of a whole list, with what the Link header needs. */
export function paginate<T>(options: { call: Call; rows: T[] }): {
  rows: T[];
  total: number;
} {
  const { page, perPage } = options.call.page;
  return {
    rows: options.rows.slice((page - 1) * perPage, page * perPage),
    total: options.rows.length,
  };
}
