import type { Sandbox } from '../core/Sandbox';
import type { Repository } from '../core/state';
import { openGit } from '../repositories/openGit';
import { comparisonOf } from './comparisonOf';
import type { PullRequest } from './PullRequest';

/** The changes of a pull request as one diff, or its commits as mails. Empty where its branches have no commit in common. */
export async function patchTextOf(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
  format: 'diff' | 'patch';
}): Promise<string> {
  const comparison = await comparisonOf(options);
  if (!comparison) return '';
  const git = await openGit(options);
  const range = { from: comparison.mergeBase, to: comparison.head };
  return options.format === 'diff'
    ? git.patchText(range)
    : git.formatPatch(range);
}
