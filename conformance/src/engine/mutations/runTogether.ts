import { isDeepStrictEqual } from 'node:util';
import { dumpState } from '../harness/dumpState';
import { settle } from '../harness/settle';
import type { Pair } from '../harness/startPair';
import { applyOutside, applyStep } from './applyStep';
import type { Scene } from './Scene';
import { sceneStates } from './sceneStates';
import type { Step } from './Step';

/** Where two catalogs went apart. */
export type Divergence = {
  scene: Scene;
  /** Up to the step after which they differed. */
  steps: Step[];
  /** Lines of the state and the answer to the last step, each of one catalog alone. */
  onlyStock: string[];
  onlyOther: string[];
};

/** A sequence in the scene that it happens in. */
export type Run = { scene: Scene; steps: Step[] };

/**
 * Takes all sequences through their steps, side by side, and compares after each step. A sequence that went apart goes no further.
 */
export async function runTogether(options: {
  pair: Pair;
  runs: Run[];
}): Promise<Divergence[]> {
  const { pair } = options;
  const divergences: Divergence[] = [];
  let running = options.runs;
  const longest = Math.max(...running.map(({ steps }) => steps.length));
  for (let index = 0; index < longest; index += 1) {
    running = running.filter(({ steps }) => steps.length > index);
    running.forEach(({ scene, steps }) =>
      applyOutside({ world: pair.world, scene, step: steps[index] }),
    );
    const [stock, other] = await Promise.all(
      pair.sides.map(async side => {
        const answers = await Promise.all(
          running.map(async ({ scene, steps }) => [
            scene.id,
            await applyStep({ side, scene, step: steps[index] }),
          ]),
        );
        await settle(side);
        await side.removeOrphans();
        await settle(side);
        const scenes = running.map(({ scene }) => scene);
        const states = sceneStates(await dumpState(side), scenes);
        for (const [id, answer] of answers) {
          states
            .get(id as string)!
            .push(
              `answer ${JSON.stringify(answer)}`.replaceAll(
                id as string,
                'seq',
              ),
            );
        }
        return states;
      }),
    );
    running = running.filter(({ scene, steps }) => {
      const [a, b] = [stock.get(scene.id)!, other.get(scene.id)!];
      if (isDeepStrictEqual(a, b)) {
        return true;
      }
      divergences.push({
        scene,
        steps: steps.slice(0, index + 1),
        onlyStock: a.filter(line => !b.includes(line)),
        onlyOther: b.filter(line => !a.includes(line)),
      });
      return false;
    });
  }
  return divergences;
}
