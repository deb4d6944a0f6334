import type { Config } from '@backstage/config';
import type { ProblemList } from './createProblemList';
import type { InferenceSettings } from './GithubSettings';
import { readInferenceRule } from './readInferenceRule';
import { ownerProblem } from './ownerProblem';
import { refuseUnknownKeys } from './refuseUnknownKeys';

/** What is inferred where the configuration says no more than that. */
export const DEFAULT_INFERENCE: InferenceSettings = {
  lifecycle: 'production',
  type: { fork: 'fork', other: 'service' },
  wikis: true,
  rules: [],
};

/** `callboard.github.catalog.inferred`: true, false, or an object with options, which turns it on unless it says `enabled: false`. */
export function readInference(options: {
  /** `callboard.github.catalog`. */
  config: Config | undefined;
  at: string;
  problems: ProblemList;
}): InferenceSettings | undefined {
  const { config, problems } = options;
  const at = `${options.at}.inferred`;
  const value = config?.getOptional('inferred');
  if (!config || value === undefined) return undefined;
  if (typeof value !== 'object') {
    const isOn = problems.attempt(at, () => config.getBoolean('inferred'));
    return isOn ? DEFAULT_INFERENCE : undefined;
  }
  const block = problems.attempt(at, () => config.getConfig('inferred'));
  if (!block) return undefined;

  refuseUnknownKeys({
    config: block,
    at,
    known: ['enabled', 'lifecycle', 'owner', 'type', 'wikis', 'rules'],
    problems,
  });
  const read = <T>(key: string, get: (path: string) => T) =>
    problems.attempt(`${at}.${key}`, () => get(key));
  const text = (key: string) =>
    read(key, path => block.getOptionalString(path));

  const owner = text('owner');
  const wrongOwner = owner && ownerProblem(owner);
  if (wrongOwner) problems.add(`${at}.owner`, wrongOwner);
  const rules =
    read('rules', path => block.getOptionalConfigArray(path))?.map(
      (rule, index) =>
        readInferenceRule({ rule, at: `${at}.rules[${index}]`, problems }),
    ) ?? [];
  const settings = {
    lifecycle: text('lifecycle') ?? DEFAULT_INFERENCE.lifecycle,
    ...(owner && { owner }),
    type: {
      fork: text('type.fork') ?? DEFAULT_INFERENCE.type.fork,
      other: text('type.other') ?? DEFAULT_INFERENCE.type.other,
    },
    wikis:
      read('wikis', path => block.getOptionalBoolean(path)) ??
      DEFAULT_INFERENCE.wikis,
    rules: rules.flatMap(rule => (rule ? [rule] : [])),
  };
  const isOn = read('enabled', path => block.getOptionalBoolean(path)) ?? true;
  return isOn ? settings : undefined;
}
