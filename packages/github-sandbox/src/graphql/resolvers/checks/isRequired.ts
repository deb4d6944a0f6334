import type { Repository } from '../../../core/state';
import { findIssue } from '../../../issues/findIssue';
import { branchRulesOf } from '../../../pulls/protection/branchRulesOf';
import type { GraphqlContext } from '../../GraphqlContext';
import { findNode } from '../../ids/findNode';
import { Problem } from '../../Problem';

/** Whether the base branch of a pull request demands a check of this name. */
export function isRequired(options: {
  name: string;
  repository: Repository;
  args: { pullRequestId?: string | null; pullRequestNumber?: number | null };
  context: GraphqlContext;
}): boolean {
  const { name, repository, args, context } = options;
  const { sandbox } = context;
  const byId = args.pullRequestId
    ? findNode({ id: args.pullRequestId, context })
    : undefined;
  const issue =
    byId && 'issue' in byId
      ? byId.issue
      : findIssue({ sandbox, repository, number: args.pullRequestNumber ?? 0 });
  if (!issue?.pull) {
    throw new Problem({
      type: 'UNPROCESSABLE',
      message: 'Please provide either a pullRequestId or a pullRequestNumber.',
    });
  }
  return branchRulesOf({
    sandbox,
    repository,
    branch: issue.pull.base.ref,
  }).checks.some(({ context: wanted }) => wanted === name);
}
