import type { Row } from '../Row';

const HEADER = ['', 'unit', 'stock', 'callboard', 'ratio'];

/** The rows as aligned text: names and units to the left, numbers to the right. */
export function formatTable(rows: Row[]): string {
  const cells = [HEADER, ...rows.map(toCells)];
  const widths = HEADER.map((_, column) =>
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
  const lines = [
    ['what', ...HEADER.slice(1)],
    ['---', '---', '---:', '---:', '---:'],
    ...rows.map(toCells),
  ];
  return lines.map(cells => `| ${cells.join(' | ')} |\n`).join('');
}

function toCells({ name, unit, stock, callboard, ratio }: Row): string[] {
  return [
    name,
    unit,
    String(stock),
    String(callboard),
    ratio === null ? '-' : ratio.toFixed(2),
  ];
}
