import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { openGit } from '../../repositories/openGit';
import { baseShaOf, comparisonOf } from '../comparisonOf';
import type { PullRequest } from '../PullRequest';
import { latestReviews } from '../reviews/latestReviews';
import { ownersOfPaths, readCodeOwners } from './codeOwners';
import { ownerIncludes } from './ownerIncludes';

/** The code owners of changed files of which none has approved: `@login` or `@organisation/team`. */
export async function missingCodeOwners(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
}): Promise<string[]> {
  const { sandbox, issue } = options;
  const approvers = latestReviews({ sandbox, issue })
    .filter(({ state }) => state === 'APPROVED')
    .map(({ authorId }) => authorId);
  const groups = await ownersOfChanges(options);
  const missing = groups.filter(
    owners =>
      !owners.some(owner =>
        approvers.some(userId => ownerIncludes({ sandbox, owner, userId })),
      ),
  );
  return [...new Set(missing.flat())];
}

/** The code owners of each changed file that has some. */
export async function ownersOfChanges(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
}): Promise<string[][]> {
  const rules = await readCodeOwners({
    git: await openGit(options),
    commit: await baseShaOf(options),
  });
  if (rules.length === 0) return [];
  const comparison = await comparisonOf(options);
  return ownersOfPaths({
    rules,
    paths: comparison?.files.map(({ path }) => path) ?? [],
  });
}
