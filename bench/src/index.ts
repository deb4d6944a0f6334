import { execFileSync } from 'node:child_process';
import { BENCHMARKS } from './benchmarks';
import { createContext } from './context';
import { BenchError } from './BenchError';
import { helpText } from './report/helpText';
import { formatTable } from './report/formatTable';
import { writeResults } from './report/writeResults';
import { readMachine } from './measure/readMachine';
import { parseOptions } from './parseOptions';
import type { Row } from './Row';

/**
 * Runs the benchmarks named in `args`. stdout gets the rows, as a table or as JSON; stderr gets the progress.
 * Resolves to the exit status: 0 done, 1 a benchmark could not be run, 2 wrong usage.
 */
export async function main(options: {
  root: string;
  args: string[];
}): Promise<number> {
  const { root, args } = options;
  const parsed = parseOptions({ args, known: Object.keys(BENCHMARKS) });
  if (parsed.outcome === 'help') {
    process.stdout.write(helpText(BENCHMARKS));
    return 0;
  }
  if (parsed.outcome === 'wrong') {
    process.stderr.write(`${parsed.message}\n\n${helpText(BENCHMARKS)}`);
    return 2;
  }

  const context = createContext({ root, options: parsed.options });
  const results: { name: string; rows: Row[] }[] = [];
  try {
    for (const name of parsed.options.names) {
      context.say(`Benchmark ${name}`);
      const { run, title } = BENCHMARKS[name];
      const rows = await run(context);
      results.push({ name: title?.(parsed.options) ?? name, rows });
      if (!parsed.options.json) {
        process.stdout.write(`\n${name}\n${formatTable(rows)}\n`);
      }
    }
  } catch (error) {
    if (!(error instanceof BenchError)) {
      throw error;
    }
    process.stderr.write(
      `\nThe benchmark could not be run: ${error.message}\n`,
    );
    return 1;
  } finally {
    await context.close();
  }

  if (parsed.options.json) {
    const rows = results.flatMap(result => result.rows);
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  }
  if (parsed.options.write) {
    const git = (...parameters: string[]) =>
      execFileSync('git', parameters, { cwd: root, encoding: 'utf8' }).trim();
    const file = await writeResults({
      root,
      results,
      commit: git('rev-parse', '--short=12', 'HEAD'),
      changed: git('status', '--porcelain', '--untracked-files=no') !== '',
      date: new Date(),
      machine: readMachine(),
    });
    context.say(`Written to ${file}`);
  }
  return 0;
}
