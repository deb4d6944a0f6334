/** Rows in the order of an `orderBy` argument; ties stay in the order in which they were. Nothing is asked: as they are. */
export function sorted<Row>(options: {
  rows: Row[];
  orderBy: { field: string; direction: 'ASC' | 'DESC' } | null | undefined;
  /** What each field of the enum compares. Missing values come first. */
  by: Record<string, (row: Row) => string | number | null>;
}): Row[] {
  const { rows, orderBy, by } = options;
  const value = orderBy && by[orderBy.field];
  if (!orderBy || !value) return rows;
  const sign = orderBy.direction === 'DESC' ? -1 : 1;
  return [...rows].sort((a, b) => {
    const left = value(a) ?? '';
    const right = value(b) ?? '';
    if (left === right) return 0;
    return left < right ? -sign : sign;
  });
}
