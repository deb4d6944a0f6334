import { parseArgs } from 'node:util';

/** What to measure and how. */
export interface BenchOptions {
  names: string[];
  json: boolean;
  /** Wait five minutes for the last memory value. */
  long: boolean;
  /** One round of everything: to try the benchmarks, not to quote. */
  quick: boolean;
  /** Write the tables to docs/benchmarks.md. */
  write: boolean;
  /** How large the catalog is, for `catalog`. */
  entities: number;
  database: 'sqlite' | 'postgres';
}

/** The options, or what was wrong with them. */
export type ParsedOptions =
  | { outcome: 'run'; options: BenchOptions }
  | { outcome: 'help' }
  | { outcome: 'wrong'; message: string };

/** Reads the command line of `npm run bench`. `known` are the names of the benchmarks. */
export function parseOptions(input: {
  args: string[];
  known: string[];
}): ParsedOptions {
  const { args, known } = input;
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        long: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        entities: { type: 'string', default: '10000' },
        database: { type: 'string', default: 'postgres' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return { outcome: 'wrong', message: (error as Error).message };
  }
  const { values, positionals } = parsed;
  if (values.help) {
    return { outcome: 'help' };
  }
  if (positionals.length === 0) {
    return { outcome: 'wrong', message: 'Name the benchmarks to run.' };
  }
  const unknown = positionals.filter(name => !known.includes(name));
  if (unknown.length > 0) {
    return {
      outcome: 'wrong',
      message: `There is no benchmark called ${unknown.join(
        ', ',
      )}. There are: ${known.join(', ')}.`,
    };
  }
  const { json, long, quick, write, database } = values;
  const entities = Number(values.entities);
  if (!Number.isInteger(entities) || entities < 100) {
    return {
      outcome: 'wrong',
      message: `--entities takes a whole number from 100, not ${values.entities}.`,
    };
  }
  if (database !== 'sqlite' && database !== 'postgres') {
    return {
      outcome: 'wrong',
      message: `--database takes sqlite or postgres, not ${database}.`,
    };
  }
  const names = [...new Set(positionals)];
  return {
    outcome: 'run',
    options: { names, json, long, quick, write, entities, database },
  };
}
