import type { Config } from '@backstage/config';
import type { ProblemList } from './createProblemList';
import type { GithubSettings } from './GithubSettings';
import { refuseUnknownKeys } from './refuseUnknownKeys';

const DEFAULT_GUARD: GithubSettings['guard'] = { share: 0.2, count: 10 };

/** `callboard.github.catalog.guard`. */
export function readGuard(options: {
  /** `callboard.github.catalog`. */
  config: Config | undefined;
  at: string;
  problems: ProblemList;
}): GithubSettings['guard'] {
  const { config, problems } = options;
  const at = `${options.at}.guard`;
  const block = problems.attempt(at, () => config?.getOptionalConfig('guard'));
  if (!block) return DEFAULT_GUARD;

  refuseUnknownKeys({ config: block, at, known: ['share', 'count'], problems });
  const number = (key: keyof typeof DEFAULT_GUARD) =>
    problems.attempt(`${at}.${key}`, () => block.getOptionalNumber(key)) ??
    DEFAULT_GUARD[key];
  const guard = { share: number('share'), count: number('count') };
  if (guard.share < 0 || guard.share > 1) {
    problems.add(`${at}.share`, 'it is a share from 0 to 1, for example 0.2');
  }
  if (!Number.isInteger(guard.count) || guard.count < 0) {
    problems.add(`${at}.count`, 'it is a whole number, 0 or more');
  }
  return guard;
}
