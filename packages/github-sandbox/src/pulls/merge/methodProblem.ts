import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { branchRulesOf } from '../protection/branchRulesOf';
import type { PullRequest } from '../PullRequest';

/** Why a method cannot be used on a pull request's base branch, in GitHub's words; undefined if it can. */
export function methodProblem(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
  method: 'merge' | 'squash' | 'rebase';
}): string | undefined {
  const { repository, issue, method } = options;
  const { merging } = repository;
  const rules = branchRulesOf({ ...options, branch: issue.pull.base.ref });
  const names = {
    merge: 'Merge commits',
    squash: 'Squash merges',
    rebase: 'Rebase merges',
  };
  const allowed = {
    merge: merging.allowMergeCommit,
    squash: merging.allowSquashMerge,
    rebase: merging.allowRebaseMerge,
  }[method];
  if (!allowed || rules.methods?.includes(method) === false) {
    return `${names[method]} are not allowed on this repository.`;
  }
  if (method === 'merge' && rules.linearHistory) {
    return 'This branch must not contain merge commits.';
  }
  return undefined;
}
