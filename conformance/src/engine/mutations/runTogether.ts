import { isDeepStrictEqual } from 'node:util';
import { dumpState } from '../harness/dumpState';
import { settle } from '../harness/settle';
import type { Side } from '../harness/Side';
import type { Pair } from '../harness/startPair';
import { applyOutside, applyStep } from './applyStep';
import { changedSince, lookAgain, readResults } from './lookAgain';
import type { Scene } from './Scene';
import {
  addToScenes,
  locationNames,
  sceneStates,
  withNames,
} from './sceneStates';
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
  for (let done = 0; running.length > 0; done += 1) {
    const left = await takeStep({ pair, runs: running, index: done });
    divergences.push(...left.divergences);
    running = left.running;
  }
  return divergences;
}

/** Takes the step of this index in all sequences that have one. */
async function takeStep(options: {
  pair: Pair;
  runs: Run[];
  index: number;
}): Promise<{ divergences: Divergence[]; running: Run[] }> {
  const { pair, index } = options;
  const runs = options.runs.filter(({ steps }) => steps.length > index);
  for (const { scene, steps } of runs) {
    applyOutside({ world: pair.world, scene, step: steps[index] });
  }
  const before = await readResults(pair.stock);
  const answers = await Promise.all(
    pair.sides.map(side => applyAll({ side, runs, index })),
  );
  await Promise.all(pair.sides.map(settleDown));
  const changed = await changedSince(pair.stock, before);
  for (const entityRefs of inTurns({ runs, entityRefs: changed })) {
    await Promise.all(
      pair.sides.map(async side => {
        await lookAgain(side, entityRefs);
        await settle(side);
      }),
    );
  }
  const [stock, other] = await Promise.all(
    pair.sides.map(async (side, at) => {
      await settleDown(side);
      return statesOf({ side, runs, answers: answers[at] });
    }),
  );
  const divergences: Divergence[] = [];
  const running: Run[] = [];
  for (const run of runs) {
    const { scene, steps } = run;
    const [a, b] = [stock.get(scene.id)!, other.get(scene.id)!];
    if (isDeepStrictEqual(a, b)) {
      running.push(run);
    } else {
      divergences.push({
        scene,
        steps: steps.slice(0, index + 1),
        onlyStock: a.filter(line => !b.includes(line)),
        onlyOther: b.filter(line => !a.includes(line)),
      });
    }
  }
  return { divergences, running };
}

/** Resolves to the answers, each in a line that names the sequence. */
async function applyAll(options: { side: Side; runs: Run[]; index: number }) {
  const { side, runs, index } = options;
  return Promise.all(
    runs.map(async ({ scene, steps }) => {
      const answer = await applyStep({ side, scene, step: steps[index] });
      return `answer ${scene.id} ${answer}`;
    }),
  );
}

/** One entity of each sequence at a time, since those of one sequence may claim the same names. */
function inTurns(options: { runs: Run[]; entityRefs: string[] }): string[][] {
  const { runs, entityRefs } = options;
  const names = locationNames(runs.map(({ scene }) => scene));
  const turns: string[][] = [];
  const taken = new Map<string, number>();
  for (const ref of entityRefs.sort()) {
    const [id] = /seq\d{3}/.exec(withNames(ref, names)) ?? [];
    if (id) {
      const turn = taken.get(id) ?? 0;
      taken.set(id, turn + 1);
      turns[turn] = [...(turns[turn] ?? []), ref];
    }
  }
  return turns;
}

async function settleDown(side: Side) {
  await settle(side);
  await side.removeOrphans();
  await settle(side);
}

/** What there is to compare of each sequence. */
async function statesOf(options: {
  side: Side;
  runs: Run[];
  answers: string[];
}): Promise<Map<string, string[]>> {
  const { side, runs, answers } = options;
  const states = sceneStates(
    await dumpState(side),
    runs.map(({ scene }) => scene),
  );
  const events = side.events().map(event => `event ${event}`);
  addToScenes({ states, lines: [...answers, ...events] });
  return states;
}
