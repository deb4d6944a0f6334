import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/**
 * A duration in milliseconds, written as `24h`, `P1D` or `{ hours: 24 }`; the default where there is none. Throws where it is not one, or
 * shorter than `atLeastMs`.
 */
export function readDurationMs(options: {
  config: Config;
  /** Relative to `config`. */
  key: string;
  defaultMs: number;
  /** @defaultValue 1 */
  atLeastMs?: number;
}): number {
  const { config, key, defaultMs, atLeastMs = 1 } = options;
  if (!config.has(key)) return defaultMs;
  const text = config.getOptional(key);
  if (typeof text === 'number') {
    throw new InputError(
      `${text} has no unit; write it as 24h, P1D or { hours: 24 }`,
    );
  }
  const milliseconds = durationToMilliseconds(
    readDurationFromConfig(config, { key }),
  );
  if (milliseconds < atLeastMs) {
    throw new InputError(`it must be at least ${atLeastMs / 1000} seconds`);
  }
  return milliseconds;
}
