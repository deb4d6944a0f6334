import { makeValidator } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import type { ProblemList } from './createProblemList';
import type { InferenceSettings } from './GithubSettings';
import { ownerProblem } from './ownerProblem';
import { refuseUnknownKeys } from './refuseUnknownKeys';

type Rule = InferenceSettings['rules'][number];

/** One of `callboard.github.catalog.inferred.rules`; undefined where it does not say which repositories it is for. */
export function readInferenceRule(options: {
  rule: Config;
  at: string;
  problems: ProblemList;
}): Rule | undefined {
  const { rule, at, problems } = options;
  refuseUnknownKeys({
    config: rule,
    at,
    known: [
      'repository',
      'exclude',
      'type',
      'lifecycle',
      'owner',
      'system',
      'tags',
    ],
    problems,
  });
  const read = <T>(key: string, get: (path: string) => T) =>
    problems.attempt(`${at}.${key}`, () => get(key));
  const text = (key: string) => read(key, path => rule.getOptionalString(path));

  const repository = read('repository', path => rule.getString(path));
  if (repository && !/^[^/]+\/[^/]+$/.test(repository)) {
    problems.add(
      `${at}.repository`,
      `"${repository}" has no owner, or more than a name after it; write it as acme/shop-*, or */shop-*`,
    );
  }
  const owner = text('owner');
  const wrongOwner = owner && ownerProblem(owner);
  if (wrongOwner) problems.add(`${at}.owner`, wrongOwner);
  const tags = read('tags', path => rule.getOptionalStringArray(path));
  const { isValidTag } = makeValidator();
  for (const tag of tags?.filter(name => !isValidTag(name)) ?? []) {
    problems.add(
      `${at}.tags`,
      `"${tag}" is not a tag of the catalog: lower case letters, digits, + and #, with single hyphens between them`,
    );
  }
  const exclude = read('exclude', path => rule.getOptionalBoolean(path));
  return repository
    ? withoutUndefined({
        repository,
        exclude,
        type: text('type'),
        lifecycle: text('lifecycle'),
        owner,
        system: text('system'),
        tags,
      })
    : undefined;
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== undefined),
  ) as T;
}
