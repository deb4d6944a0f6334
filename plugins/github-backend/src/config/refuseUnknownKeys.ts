import type { Config } from '@backstage/config';
import type { ProblemList } from './createProblemList';

/** A typing error in a key of ours would be ignored in silence; it becomes a problem. */
export function refuseUnknownKeys(options: {
  config: Config;
  /** The full path of `config`. */
  at: string;
  known: string[];
  problems: ProblemList;
}): void {
  const { config, at, known, problems } = options;
  for (const key of config.keys().filter(name => !known.includes(name))) {
    problems.add(
      `${at}.${key}`,
      `there is no such option; there are ${known.join(', ')}`,
    );
  }
}
