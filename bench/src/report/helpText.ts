import type { Benchmark } from '../benchmarks';

/** What `npm run bench -- --help` prints. */
export function helpText(benchmarks: Record<string, Benchmark>): string {
  const names = Object.entries(benchmarks)
    .map(([name, { summary }]) => `  ${name.padEnd(16)}${summary}\n`)
    .join('');
  return `Usage: npm run bench -- NAME... [--json] [--write] [--long] [--quick]

Measures stock Backstage 1.55 and Callboard side by side.

Benchmarks:
${names}
Options:
  --json    print [{name, unit, values, ratio}] instead of a table;
            a ratio above 1 means that Callboard is better, whatever the unit
  --write   write the tables to docs/benchmarks.md as well
  --long    measure memory after 5 minutes instead of after 1
  --quick   one round of everything: to try the benchmarks, not to quote them
  --entities N    how large the catalog is, for catalog; 10000 when absent
  --database DB   sqlite or postgres, for both catalog benchmarks; postgres when absent
  --help    this text
`;
}
