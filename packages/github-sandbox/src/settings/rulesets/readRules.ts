import { bodyReader } from '../../http/body/bodyReader';
import { isOneOf } from '../../http/body/isOneOf';
import { validationFailed } from '../../http/GitHubError';
import { OPERATORS } from '../../repositories/protection/contentReason';
import { patternProblem } from '../../repositories/protection/matchesPattern';
import type { Ruleset } from './Ruleset';

type Rule = Ruleset['rules'][number];

/** What rules of these types need; all of them hold here. */
const PARAMETERS: Record<string, 'pattern' | undefined> = {
  creation: undefined,
  update: undefined,
  deletion: undefined,
  required_linear_history: undefined,
  pull_request: undefined,
  required_status_checks: undefined,
  non_fast_forward: undefined,
  commit_message_pattern: 'pattern',
  commit_author_email_pattern: 'pattern',
  committer_email_pattern: 'pattern',
  branch_name_pattern: 'pattern',
  tag_name_pattern: 'pattern',
};
/** Those of rulesets about pushes, with the name of their one parameter. */
const PUSH_PARAMETERS: Record<string, string> = {
  file_path_restriction: 'restricted_file_paths',
  file_extension_restriction: 'restricted_file_extensions',
  max_file_path_length: 'max_file_path_length',
  max_file_size: 'max_file_size',
};
/** GitHub has them; nothing here would keep to them. */
const NOT_ENFORCED = [
  'merge_queue',
  'required_deployments',
  'required_signatures',
  'workflows',
  'code_scanning',
  'copilot_code_review',
];

/**
 * The rules of a ruleset as a body has them. Throws 422 for what GitHub refuses, and for what the sandbox would not keep to: a rule that is
 * there and does not hold would deceive. https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets
 */
export function readRules(options: {
  body: Record<string, unknown>;
  target: Ruleset['target'];
}): Ruleset['rules'] | undefined {
  const { body, target } = options;
  if (target === 'repository') {
    throw refused('The sandbox does not enforce rulesets about repositories');
  }
  return bodyReader(body)
    .objects('rules')
    ?.map(one => {
      const read = bodyReader(one);
      const parameters = read.object('parameters');
      const rule: Rule = {
        ...one,
        type: read.requiredText('type'),
        ...(parameters && { parameters }),
      };
      assertEnforced(rule, target);
      return rule;
    });
}

function assertEnforced(rule: Rule, target: Ruleset['target']) {
  const { type } = rule;
  if (isOneOf(NOT_ENFORCED, type)) {
    throw refused(`Invalid rule '${type}': the sandbox does not enforce it`);
  }
  const isOfPush = Object.hasOwn(PUSH_PARAMETERS, type);
  if (!isOfPush && !Object.hasOwn(PARAMETERS, type)) {
    throw refused(`Invalid rule '${type}': `);
  }
  if (isOfPush !== (target === 'push')) {
    throw refused(`Invalid rule '${type}': not for the target '${target}'`);
  }
  const problem = isOfPush
    ? pushProblem(rule)
    : PARAMETERS[type] === 'pattern' && operatorProblem(rule);
  if (problem) throw refused(`Invalid rule '${type}': ${problem}`);
}

function operatorProblem({ parameters = {} }: Rule): string | undefined {
  const { operator, pattern } = parameters;
  if (operator === 'regex') {
    return 'the sandbox does not enforce regular expressions';
  }
  if (!isOneOf(OPERATORS, operator)) {
    return `operator must be one of: ${OPERATORS.join(', ')}`;
  }
  return typeof pattern === 'string' && pattern !== ''
    ? undefined
    : 'pattern is missing';
}

function pushProblem({ type, parameters = {} }: Rule): string | undefined {
  const name = PUSH_PARAMETERS[type];
  const value = parameters[name];
  if (name.startsWith('max')) {
    return Number(value) > 0 ? undefined : `${name} must be greater than 0`;
  }
  if (!Array.isArray(value)) return `${name} is missing`;
  const problem = value.map(patternProblem).find(Boolean);
  return problem && `a pattern of ${name} ${problem}`;
}

function refused(message: string) {
  return validationFailed({ errors: [message] });
}
