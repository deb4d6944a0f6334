import type { Config } from '@backstage/config';
import { nearestKey } from './nearestKey';
import type { ProblemList } from './createProblemList';

/** Options that have options themselves, by their name; `true` is a value. */
export interface KnownKeys {
  [key: string]: true | KnownKeys;
}

/**
 * Options that nobody reads, in a block that is stock's too. What is nearly one of ours is a typing error, and a problem: a filter that is
 * not there takes in what it should not. The rest may be another module's, and is a warning.
 */
export function tellUnknownKeys(options: {
  config: Config;
  /** The full path of `config`. */
  at: string;
  known: KnownKeys;
  /** Keys that somebody else sees to. */
  except?: string[];
  problems: ProblemList;
}): void {
  const { config, at, known, except = [], problems } = options;
  const names = Object.keys(known);
  for (const key of config.keys().filter(name => !except.includes(name))) {
    const below = Object.hasOwn(known, key) ? known[key] : undefined;
    if (below === undefined) {
      const meant = nearestKey({ key, known: names });
      if (meant) {
        problems.add(
          `${at}.${key}`,
          `there is no such option; did you mean ${meant}?`,
        );
      } else {
        problems.warn(
          `${at}.${key}`,
          `it has no effect: there is no such option; there are ${names.join(
            ', ',
          )}`,
        );
      }
    } else if (below !== true && isMap(config.getOptional(key))) {
      tellUnknownKeys({
        config: config.getConfig(key),
        at: `${at}.${key}`,
        known: below,
        problems,
      });
    }
  }
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
