import type { Ruleset } from '../../settings/rulesets/Ruleset';
import { matchesPattern } from './matchesPattern';
import type { Pushed } from './Pushed';

type Rule = Ruleset['rules'][number];

const MEGABYTE = 1024 * 1024;

/** The rules that look at what is pushed. https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets#metadata-restrictions */
export const CONTENT_RULES = new Set([
  'required_linear_history',
  'commit_message_pattern',
  'commit_author_email_pattern',
  'committer_email_pattern',
  'file_path_restriction',
  'max_file_path_length',
  'file_extension_restriction',
  'max_file_size',
]);

/** Why one of `CONTENT_RULES` forbids what is pushed; undefined: it does not. */
export function contentReason(options: {
  rule: Rule;
  pushed: Pushed;
}): string | undefined {
  const { rule, pushed } = options;
  const { commits, files } = pushed;
  const parameters = rule.parameters ?? {};
  const texts = (name: string) => (parameters[name] ?? []) as string[];
  const named = (path: string | undefined, reason: string) =>
    path === undefined ? undefined : `${reason}: ${path}`;
  switch (rule.type) {
    case 'required_linear_history':
      return commits.some(({ isMerge }) => isMerge)
        ? 'This branch must not contain merge commits.'
        : undefined;
    case 'commit_message_pattern':
      return patternReason({
        rule,
        what: 'Commit message',
        values: commits.map(({ message }) => message.trimEnd()),
      });
    case 'commit_author_email_pattern':
      return patternReason({
        rule,
        what: 'Commit author email',
        values: commits.map(({ authorEmail }) => authorEmail),
      });
    case 'committer_email_pattern':
      return patternReason({
        rule,
        what: 'Committer email',
        values: commits.map(({ committerEmail }) => committerEmail),
      });
    case 'file_path_restriction':
      return named(
        files.find(({ path }) =>
          texts('restricted_file_paths').some(pattern =>
            matchesPattern({ pattern, name: path }),
          ),
        )?.path,
        'File path is restricted',
      );
    case 'max_file_path_length': {
      const most = Number(parameters.max_file_path_length);
      return named(
        files.find(({ path }) => path.length > most)?.path,
        `File path is longer than ${most} characters`,
      );
    }
    case 'file_extension_restriction':
      return named(
        files.find(({ path }) =>
          texts('restricted_file_extensions').some(extension =>
            path.endsWith(`.${extension.replace(/^\*?\./, '')}`),
          ),
        )?.path,
        'File extension is restricted',
      );
    case 'max_file_size': {
      const most = Number(parameters.max_file_size);
      return named(
        files.find(({ size }) => size > most * MEGABYTE)?.path,
        `File is larger than ${most} MB`,
      );
    }
    default:
      return undefined;
  }
}

const TESTS: Record<
  string,
  { words: string; holds: (value: string, pattern: string) => boolean }
> = {
  starts_with: {
    words: 'start with',
    holds: (value, pattern) => value.startsWith(pattern),
  },
  ends_with: {
    words: 'end with',
    holds: (value, pattern) => value.endsWith(pattern),
  },
  contains: {
    words: 'contain',
    holds: (value, pattern) => value.includes(pattern),
  },
};

/** The operators of rules about texts. GitHub has `regex` as well, which is not run here: a pattern of anybody's could take for ever. */
export const OPERATORS = Object.keys(TESTS);

/** Why a rule with operator and pattern forbids a value; undefined: all are as it wants them. */
export function patternReason(options: {
  rule: Rule;
  /** `Commit message` */
  what: string;
  values: string[];
}): string | undefined {
  const { rule, what, values } = options;
  const { operator, pattern, negate } = rule.parameters ?? {};
  const test = TESTS[String(operator)];
  if (!test) return undefined;
  const isFine = (value: string) =>
    test.holds(value, String(pattern)) !== (negate === true);
  return values.every(isFine)
    ? undefined
    : `${what} must ${negate === true ? 'not ' : ''}${test.words}: ${pattern}`;
}
