import type { Row } from '../Row';

/** The rows as aligned text: names and units to the left, numbers to the right. */
export function formatTable(rows: Row[]): string {
  const cells = toCells({ rows, corner: '' });
  const widths = cells[0].map((_, column) =>
    Math.max(...cells.map(line => line[column].length)),
  );
  return cells
    .map(line =>
      line
        .map((cell, column) =>
          column < 2
            ? cell.padEnd(widths[column])
            : cell.padStart(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .map(line => `${line}\n`)
    .join('');
}

/** The rows as a table of Markdown. */
export function formatMarkdownTable(rows: Row[]): string {
  const [header, ...lines] = toCells({ rows, corner: 'what' });
  const rule = header.map((_, column) => (column < 2 ? '---' : '---:'));
  return [header, rule, ...lines]
    .map(cells => `| ${cells.join(' | ')} |\n`)
    .join('');
}

/** The header and the rows. A column is there when a row has it. */
function toCells(options: { rows: Row[]; corner: string }): string[][] {
  const { rows, corner } = options;
  const columns = [...new Set(rows.flatMap(row => Object.keys(row.values)))];
  const hasRatio = rows.some(row => row.ratio !== undefined);
  return [
    [corner, 'unit', ...columns, ...(hasRatio ? ['ratio'] : [])],
    ...rows.map(({ name, unit, values, ratio }) => [
      name,
      unit,
      ...columns.map(column => String(values[column] ?? '')),
      ...(hasRatio ? [ratio?.toFixed(2) ?? '-'] : []),
    ]),
  ];
}
