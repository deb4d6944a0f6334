import { type Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

const KEY = 'catalog.processingInterval';

/**
 * How long until an entity is processed again, in ms, drawn anew on each call so that the work spreads out: 100 to 150 seconds, or
 * the configured time up to half as long again. `undefined` where processing is switched off.
 */
export function processingInterval(options: {
  config: Config;
  /** From 0 to below 1. */
  random: () => number;
}): (() => number) | undefined {
  const { config, random } = options;
  if (!config.has(KEY)) return between(100_000, 150_000, random);
  if (!config.get(KEY)) return undefined;
  const ms = Math.max(
    1_000,
    durationToMilliseconds(readDurationFromConfig(config, { key: KEY })),
  );
  return between(ms, ms * 1.5, random);
}

function between(least: number, most: number, random: () => number) {
  return () => least + random() * (most - least);
}
