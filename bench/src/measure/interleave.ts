import type { Portal } from '../products/Portal';
import { median } from './median';

/** One value of each portal. */
export interface Pair {
  stock: number;
  callboard: number;
}

/**
 * Measures the portals in turn, `rounds` times, and resolves to the medians of every value.
 * On a machine that is busy with other things both suffer alike, so that their ratio holds. The order changes with each round,
 * so that neither always goes second.
 */
export async function interleave<K extends string>(options: {
  portals: Portal[];
  rounds: number;
  measure: (portal: Portal, round: number) => Promise<Record<K, number>>;
}): Promise<Record<K, Pair>> {
  const { portals, rounds, measure } = options;
  const values: Record<string, Record<string, number[]>> = {};
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? portals : [...portals].reverse();
    for (const portal of order) {
      const measured: Record<string, number> = await measure(portal, round);
      for (const [key, value] of Object.entries(measured)) {
        values[key] ??= {};
        values[key][portal.name] ??= [];
        values[key][portal.name].push(value);
      }
    }
  }
  return Object.fromEntries(
    Object.entries(values).map(([key, { stock, callboard }]) => [
      key,
      { stock: median(stock), callboard: median(callboard) },
    ]),
  ) as Record<K, Pair>;
}
