import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../servers/repositoryRoot';
import { compareOutcomes, Difference } from './compareOutcomes';
import { compareWithValidate, Disagreement } from './compareWithValidate';
import { ingest } from './ingest';
import { lostEntities } from './lostEntities';
import { FileOutcome } from './toOutcomes';

/** The rules under which the files are read. */
export const RULES = {
  /** What stock's create-app writes into the configuration. */
  default: ['Component', 'System', 'API', 'Resource', 'Location'],
  /** Everything that occurs in the data, so that each entity is judged by what is in it. */
  open: [
    'AiResource',
    'API',
    'Component',
    'Domain',
    'Environment',
    'Group',
    'Location',
    'Resource',
    'System',
    'Template',
    'User',
  ],
};

export type ConformanceReport = {
  rules: keyof typeof RULES;
  files: number;
  /** How often each outcome occurred, on either side. */
  counts: Record<'stock' | 'callboard', Record<string, number>>;
  differences: Difference[];
  disagreements: Disagreement[];
  lost: string[];
  seconds: Record<'stock' | 'callboard', number>;
};

/** Lets stock and Callboard ingest the same files at the same time, compares, and leaves a report in `.cache/conformance`. */
export async function runConformance(options: {
  folder: string;
  rules: keyof typeof RULES;
  files: string[];
}): Promise<ConformanceReport> {
  const { folder, rules, files } = options;
  const run = (kind: 'stock' | 'callboard') =>
    ingest({
      kind,
      files: files.map(file => join(folder, file)),
      allow: RULES[rules],
    });
  const [stock, callboard] = await Promise.all([
    run('stock'),
    run('callboard'),
  ]);

  const report: ConformanceReport = {
    rules,
    files: files.length,
    counts: {
      stock: countOutcomes(stock.outcomes),
      callboard: countOutcomes(callboard.outcomes),
    },
    differences: compareOutcomes({
      stock: stock.outcomes,
      callboard: callboard.outcomes,
    }),
    // Under other rules a file may be rejected for its kinds, which validate knows nothing of.
    disagreements:
      rules === 'open' ? await compareWithValidate(callboard.outcomes) : [],
    lost: rules === 'open' ? await lostEntities(callboard.outcomes) : [],
    seconds: { stock: stock.seconds, callboard: callboard.seconds },
  };
  const target = join(repositoryRoot(), '.cache', 'conformance');
  mkdirSync(target, { recursive: true });
  writeFileSync(
    join(target, `catalogs-${rules}-${files.length}.json`),
    JSON.stringify(
      {
        ...report,
        outcomes: { stock: stock.outcomes, callboard: callboard.outcomes },
      },
      null,
      2,
    ),
  );
  return report;
}

/** All files, in a fixed order. */
export function allFiles(folder: string): string[] {
  return readdirSync(folder).sort();
}

function countOutcomes(outcomes: FileOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  const add = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  for (const { fileOutcome, entities } of outcomes) {
    add(`file ${fileOutcome}`);
    Object.values(entities).forEach(({ outcome }) => add(`entity ${outcome}`));
  }
  return counts;
}
