import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Machine } from '../measure/readMachine';
import type { Row } from '../Row';
import { formatMarkdownTable } from './formatTable';
import { replaceSection } from './replaceSection';

const INTRODUCTION = `# Benchmarks

Stock Backstage 1.55 and Callboard, measured in the same run on the same machine. A ratio above 1 means that Callboard is better,
whatever the unit. What each row means, and what makes the comparison fair, is in [bench/README.md](../bench/README.md). The
tables are written by \`npm run bench -- NAME --write\`.
`;

/** Replaces the section of each benchmark in docs/benchmarks.md and keeps the others. Resolves to the file's path. */
export async function writeResults(options: {
  root: string;
  results: { name: string; rows: Row[] }[];
  commit: string;
  /** Whether tracked files differ from the commit. */
  changed: boolean;
  date: Date;
  machine: Machine;
}): Promise<string> {
  const { root, results, commit, changed, date, machine } = options;
  const relative = path.join('docs', 'benchmarks.md');
  const file = path.join(root, relative);
  const before = await fs.readFile(file, 'utf8').catch(() => INTRODUCTION);
  const day = date.toISOString().slice(0, 10);
  const origin = `Commit \`${commit}\`${
    changed ? ' with changes' : ''
  }, ${day}. ${machine.description}`;

  const after = results.reduce(
    (text, { name, rows }) =>
      replaceSection({
        text,
        title: name,
        body: `${origin}\n\n${formatMarkdownTable(rows)}`,
      }),
    before,
  );
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, after);
  const prettier = path.join(root, 'node_modules', '.bin', 'prettier');
  await promisify(execFile)(prettier, ['--write', relative], { cwd: root });
  return relative;
}
