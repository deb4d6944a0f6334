import { newIssue } from '../../issues/newIssue';
import { markMerged } from '../../pulls/merge/markMerged';
import { setPullHead } from '../../pulls/head/setPullRefs';
import type { PullRequest } from '../../pulls/PullRequest';
import type {
  SeedConversation,
  SeedMergedPullRequest,
} from '../SeedConversation';
import { addTalk } from './addTalk';
import { describeConversation } from './describeConversation';
import type { PullCommits, RepositoryContext } from './SeedContext';

/** A merged pull request with what its commit says filled in. */
export type MergedPull = SeedMergedPullRequest &
  Pick<SeedConversation, 'title' | 'author' | 'daysAgo'> & {
    number: number;
    mergedDaysAgo: number;
  };

/** Adds a pull request that was merged, and whose branch is gone. No test merge is made of it, as of open ones. */
export async function addMergedPull(options: {
  context: RepositoryContext;
  merged: MergedPull;
  commits: PullCommits;
}): Promise<void> {
  const { context, merged, commits } = options;
  const { sandbox, repository, user, at } = context;
  const issue = newIssue({
    sandbox,
    repository,
    author: user(merged.author),
    title: merged.title,
    body: merged.body ?? null,
    number: merged.number,
    at: at(merged.daysAgo),
    pull: {
      id: sandbox.nextId(),
      draft: false,
      base: { ref: repository.defaultBranch, sha: commits.base },
      head: {
        ref: merged.branch,
        sha: commits.head,
        repositoryId: repository.id,
        ownerId: repository.ownerId,
      },
      mergedAt: null,
      mergedById: null,
      mergeCommitSha: null,
      requestedReviewerIds: [],
      requestedTeamIds: [],
      maintainerCanModify: false,
      autoMerge: null,
    },
  }) as PullRequest;
  await setPullHead({ sandbox, repository, issue });
  describeConversation({ context, issue, said: merged });
  await addTalk({ context, issue, said: merged });
  markMerged({
    sandbox,
    repository,
    issue,
    actor: user(merged.mergedBy),
    mergeCommitSha: commits.merge!,
    at: at(merged.mergedDaysAgo),
  });
}
