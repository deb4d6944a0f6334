import type { Row } from './Row';
import { roundValue } from './roundValue';

/** Makes a row. `better` says whether less (time, memory, bytes) or more (requests per second) is the better value. */
export function createRow(options: {
  name: string;
  unit: string;
  better?: 'less' | 'more';
  stock: number;
  callboard: number;
  /** Further columns. */
  others?: Record<string, number>;
}): Row {
  const { name, unit, better = 'less', stock, callboard, others } = options;
  const [above, below] =
    better === 'less' ? [stock, callboard] : [callboard, stock];
  return {
    name,
    unit,
    values: Object.fromEntries(
      Object.entries({ stock, callboard, ...others }).map(([column, value]) => [
        column,
        roundValue(value),
      ]),
    ),
    ratio: above > 0 && below > 0 ? Number((above / below).toFixed(2)) : null,
  };
}
