const GAP = 2;

/** Rows as lines of a table, each cell as wide as the widest of its column; the last one is cut where it would not fit. */
export function columns(options: {
  rows: string[][];
  /** Of the terminal. */
  width: number;
}): string[] {
  const { rows, width } = options;
  const count = Math.max(0, ...rows.map(row => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map(row => row[column]?.length ?? 0)),
  );
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + GAP, 0);
  const room = Math.max(width - before, 20);
  return rows.map(row =>
    row
      .map((cell, column) =>
        column === count - 1
          ? shortened(cell, room)
          : cell.padEnd(widths[column] + GAP),
      )
      .join('')
      .trimEnd(),
  );
}

function shortened(text: string, room: number) {
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}
