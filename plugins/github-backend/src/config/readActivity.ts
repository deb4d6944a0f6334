import type { Config } from '@backstage/config';
import type { ProblemList } from './createProblemList';
import type { ActivitySettings } from './GithubSettings';
import { refuseUnknownKeys } from './refuseUnknownKeys';

const AT = 'callboard.github.activity';
const KEYS = ['enabled', 'trusted', 'cacheMegabytes'];
const DEFAULT_MEGABYTES = 256;

/** `callboard.github.activity`: builds, pull requests, insights and alerts on entity pages. */
export function readActivity(options: {
  config: Config;
  problems: ProblemList;
}): ActivitySettings {
  const { problems } = options;
  const block = problems.attempt(AT, () =>
    options.config.getOptionalConfig(AT),
  );
  if (block) {
    refuseUnknownKeys({ config: block, at: AT, known: KEYS, problems });
  }
  const trusted =
    problems.attempt(`${AT}.trusted`, () =>
      block?.getOptionalStringArray('trusted'),
    ) ?? [];
  trusted.forEach((name, index) => {
    if (!/^[\w.-]+\/[\w.-]+$/.test(name)) {
      problems.add(
        `${AT}.trusted[${index}]`,
        'it is the name of a repository with its owner, for example acme/catalog',
      );
    }
  });
  const megabytes =
    problems.attempt(`${AT}.cacheMegabytes`, () =>
      block?.getOptionalNumber('cacheMegabytes'),
    ) ?? DEFAULT_MEGABYTES;
  if (!(megabytes >= 1)) {
    problems.add(`${AT}.cacheMegabytes`, 'it is a number, 1 or more');
  }
  return {
    enabled:
      problems.attempt(`${AT}.enabled`, () =>
        block?.getOptionalBoolean('enabled'),
      ) ?? true,
    trusted,
    cacheMegabytes: megabytes,
  };
}
