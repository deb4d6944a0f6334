import { readFileSync } from 'node:fs';
import path from 'node:path';
import { extensionsTable } from './extensionsTable';

const FILE = path.join(__dirname, '../../../../docs/techdocs.md');
const cellsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .filter(line => !/^\|[-| ]*$/.test(line))
    .map(line => line.split(/(?<!\\)\|/).map(cell => cell.trim()));

it.each(['extension', 'plugin'] as const)(
  'docs/techdocs.md has the table of every %s as it is; `npm run docs:techdocs` writes it',
  kind => {
    const text = readFileSync(FILE, 'utf8');
    const [, table] =
      new RegExp(`<!-- ${kind}s: [^>]*-->([^]*?)<!-- /${kind}s -->`).exec(
        text,
      ) ?? [];
    expect(cellsOf(`${table}`)).toEqual(cellsOf(extensionsTable(kind)));
  },
);
