import fc from 'fast-check';
import { startDatabases, type DatabaseName } from '../harness/databases';
import { explain } from '../harness/deliberateDifferences';
import type { EngineName } from '../harness/engines';
import { startPair } from '../harness/startPair';
import { runTogether, type Divergence } from './runTogether';
import { createScene, PROVIDERS } from './Scene';
import { shrinkSteps } from './shrinkSteps';
import { sequenceArbitrary } from './stepArbitrary';

/** How many sequences run in one pair of catalogs. */
const SIDE_BY_SIDE = 50;
/** How many attempts there are to shorten what went wrong. */
const SPARE_SCENES = 40;

/**
 * Runs random sequences, half of them where orphans are kept. Resolves to how many there were, and throws with the shortest form
 * of the first one that ended in different states.
 */
export async function runMutations(options: {
  database: DatabaseName;
  against?: EngineName;
  sequences: number;
  seed: number;
}): Promise<{ sequences: number; steps: number }> {
  const { database, against, seed } = options;
  const sequences = fc.sample(sequenceArbitrary, {
    numRuns: options.sequences,
    seed,
  });
  const databases = await startDatabases(database);
  try {
    const half = Math.ceil(sequences.length / 2);
    for (const [orphanStrategy, share] of [
      ['delete', sequences.slice(0, half)],
      ['keep', sequences.slice(half)],
    ] as const) {
      for (let from = 0; from < share.length; from += SIDE_BY_SIDE) {
        const batch = share.slice(from, from + SIDE_BY_SIDE);
        const scenes = Array.from(
          { length: batch.length + SPARE_SCENES },
          (_, number) => createScene(number),
        );
        const pair = await startPair({
          databases,
          against,
          catalog: { orphanStrategy },
          providers: scenes.flatMap(scene =>
            Array.from({ length: PROVIDERS }, (_, index) =>
              scene.provider(index),
            ),
          ),
        });
        try {
          const runs = batch.map((steps, index) => ({
            scene: scenes[index],
            steps,
          }));
          const divergences = await runTogether({ pair, runs });
          const unexplained = divergences.filter(
            ({ onlyStock, onlyOther }) =>
              !explain({ database, stock: onlyStock, callboard: onlyOther }),
          );
          if (unexplained.length > 0) {
            const shortest = await shrinkSteps({
              pair,
              divergence: unexplained.sort(
                (a, b) => a.steps.length - b.steps.length,
              )[0],
              freshScenes: scenes.slice(batch.length),
            });
            throw new Error(
              describe({
                count: unexplained.length,
                shortest,
                orphanStrategy,
              }),
            );
          }
        } finally {
          await pair.stop();
        }
      }
    }
  } finally {
    await databases.stop();
  }
  return {
    sequences: sequences.length,
    steps: sequences.reduce((sum, steps) => sum + steps.length, 0),
  };
}

function describe(options: {
  count: number;
  shortest: Divergence;
  orphanStrategy: string;
}): string {
  const { count, shortest, orphanStrategy } = options;
  return [
    `${count} sequences ended differently (orphanStrategy: ${orphanStrategy}). The shortest:`,
    ...shortest.steps.map(step => `  ${JSON.stringify(step)}`),
    'Only in stock:',
    ...shortest.onlyStock.map(line => `  ${line}`),
    'Only in the other:',
    ...shortest.onlyOther.map(line => `  ${line}`),
  ].join('\n');
}
