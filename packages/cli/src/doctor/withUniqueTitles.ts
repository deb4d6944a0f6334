import type { DoctorRow } from './DoctorReport';

/** Rows whose `check` tells them apart: the GitHub is added where two would else read the same, and a number where that does not do. */
export function withUniqueTitles(rows: DoctorRow[]): DoctorRow[] {
  const isTwin = twins(rows);
  const withHosts = rows.map(row =>
    row.host && isTwin(row) && !row.check.includes(row.host)
      ? { ...row, check: `${row.check} (${row.host})` }
      : row,
  );
  const isStillTwin = twins(withHosts);
  const counts = new Map<string, number>();
  return withHosts.map(row => {
    if (!isStillTwin(row)) return row;
    const count = (counts.get(row.check) ?? 0) + 1;
    counts.set(row.check, count);
    return count === 1 ? row : { ...row, check: `${row.check} (${count})` };
  });
}

function twins(rows: DoctorRow[]): (row: DoctorRow) => boolean {
  const counts = new Map<string, number>();
  for (const { check } of rows) counts.set(check, (counts.get(check) ?? 0) + 1);
  return ({ check }) => counts.get(check)! > 1;
}
