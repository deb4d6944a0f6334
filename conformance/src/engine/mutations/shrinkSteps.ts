import type { Pair } from '../harness/startPair';
import { runTogether, type Divergence } from './runTogether';
import type { Scene } from './Scene';

/** Leaves out of a sequence every step without which the catalogs still go apart. Each attempt takes a fresh scene. */
export async function shrinkSteps(options: {
  pair: Pair;
  divergence: Divergence;
  freshScenes: Scene[];
}): Promise<Divergence> {
  const { pair, freshScenes } = options;
  let smallest = options.divergence;
  let index = smallest.steps.length - 2;
  while (index >= 0 && freshScenes.length > 0) {
    const steps = smallest.steps.slice();
    steps.splice(index, 1);
    const [again] = await runTogether({
      pair,
      runs: [{ scene: freshScenes.pop()!, steps }],
    });
    smallest = again ?? smallest;
    index = Math.min(index, smallest.steps.length - 1) - 1;
  }
  return smallest;
}
