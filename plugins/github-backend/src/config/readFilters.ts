import type { Config } from '@backstage/config';
import type { ProblemList } from './createProblemList';
import type { RepositorySource } from './GithubSettings';

const VISIBILITIES = ['private', 'internal', 'public'];

/** `filters` of an entry, as in stock. */
export function readFilters(options: {
  at: string;
  block: Config;
  problems: ProblemList;
}): RepositorySource['filters'] {
  const { at, block, problems } = options;
  const read = <T>(key: string, get: (path: string) => T) =>
    problems.attempt(`${at}.filters.${key}`, () => get(`filters.${key}`));
  const texts = (key: string) =>
    read(key, path => block.getOptionalStringArray(path));

  const branch = read('branch', path => block.getOptionalString(path));
  if (branch?.includes('/')) {
    problems.add(
      `${at}.filters.branch`,
      'Slash characters (/) are not allowed in filters.branch',
    );
  }
  const visibility = texts('visibility');
  for (const name of visibility ?? []) {
    if (!VISIBILITIES.includes(name.toLowerCase())) {
      problems.add(
        `${at}.filters.visibility`,
        `there is no visibility "${name}"; there are ${VISIBILITIES.join(
          ', ',
        )}`,
      );
    }
  }
  return {
    repository: read('repository', path => {
      const pattern = block.getOptionalString(path);
      return pattern ? compileWholeLine(pattern) : undefined;
    }),
    branch: branch || undefined,
    allowForks:
      read('allowForks', path => block.getOptionalBoolean(path)) ?? true,
    topic: {
      include: texts('topic.include'),
      exclude: texts('topic.exclude'),
    },
    visibility,
    allowArchived:
      read('allowArchived', path => block.getOptionalBoolean(path)) ?? false,
  };
}

/** Stock's rule: a pattern is for the whole name, anchored or not. */
function compileWholeLine(pattern: string): RegExp {
  const start = pattern.startsWith('^') ? '' : '^';
  const end = pattern.endsWith('$') ? '' : '$';
  return new RegExp(`${start}${pattern}${end}`);
}
