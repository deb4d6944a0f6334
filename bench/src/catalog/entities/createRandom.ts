/** Numbers from a seed, the same on every machine. */
export interface Random {
  /** A number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** One of the values. */
  pick<T>(values: readonly T[]): T;
}

const MULTIPLIER = 1664525;
const INCREMENT = 1013904223;
const RANGE = 2 ** 32;

/** A linear congruential generator of 32 bits (the constants of Numerical Recipes): quick, and good enough for test data. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number) => {
    state = (Math.imul(state, MULTIPLIER) + INCREMENT) >>> 0;
    return Math.floor((state / RANGE) * limit);
  };
  return { below, pick: values => values[below(values.length)] };
}
