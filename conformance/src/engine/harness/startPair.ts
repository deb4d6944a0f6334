import type { Databases } from './databases';
import { UNDER_TEST, type EngineName } from './engines';
import { settle } from './settle';
import type { Side } from './Side';
import { startSide, type SideOptions } from './startSide';
import { createWorld, type World } from './world';

/** Two catalogs in the same world: stock, and the one that has to be like it. */
export interface Pair {
  world: World;
  stock: Side;
  other: Side;
  sides: [Side, Side];
  /** Does the same to both, then waits until both have settled. */
  both(step: (side: Side) => Promise<unknown>): Promise<void>;
  stop(): Promise<void>;
}

export type PairOptions = Omit<SideOptions, 'engine' | 'world' | 'database'> & {
  databases: Databases;
  /** Which catalog has to be like stock, by default Callboard's. */
  against?: EngineName;
};

/** Starts two catalogs in a world of their own, each with an empty database. */
export async function startPair(options: PairOptions): Promise<Pair> {
  const { databases, against = UNDER_TEST, ...common } = options;
  const world = createWorld();
  const start = (engine: EngineName) =>
    startSide({ ...common, engine, world, database: databases.create() });
  const stock = await start('stock');
  const other = await start(against);
  const sides: [Side, Side] = [stock, other];
  await Promise.all(sides.map(settle));
  return {
    world,
    stock,
    other,
    sides,
    async both(step) {
      await Promise.all(sides.map(step));
      await Promise.all(sides.map(settle));
    },
    async stop() {
      await Promise.all(sides.map(side => side.stop()));
    },
  };
}
