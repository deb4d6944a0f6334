import type { Row } from './Row';

/** Makes a row. `better` says whether less (time, memory, bytes) or more (requests per second) is the better value. */
export function createRow(options: {
  name: string;
  unit: string;
  better?: 'less' | 'more';
  stock: number;
  callboard: number;
}): Row {
  const { name, unit, better = 'less', stock, callboard } = options;
  const [above, below] =
    better === 'less' ? [stock, callboard] : [callboard, stock];
  return {
    name,
    unit,
    stock: round(stock),
    callboard: round(callboard),
    ratio: above > 0 && below > 0 ? Number((above / below).toFixed(2)) : null,
  };
}

/** Three significant digits at least, and no fraction where the number is large anyway. */
function round(value: number) {
  return Math.abs(value) >= 100
    ? Math.round(value)
    : Number(value.toPrecision(3));
}
