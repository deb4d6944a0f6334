import { findAccount } from '../core/names/findAccount';
import type { Issue, Pull } from '../core/state';
import { checkIssueFields } from '../issues/checkIssueFields';
import { emitIssueChange } from '../issues/events/emitIssueChange';
import type { IssueChange } from '../issues/events/IssueChange';
import { newIssue } from '../issues/newIssue';
import type { Problem } from '../issues/Problem';
import { checkHead } from './head/checkHead';
import { setPullHead } from './head/setPullRefs';
import { mergeabilityOf } from './merge/mergeabilityOf';
import { openGit } from '../repositories/openGit';
import { branchTip } from './branchTip';
import { requestCodeOwners } from './reviews/requestCodeOwners';
import type { PullRequest } from './PullRequest';

export type CreatePullOutcome =
  | { outcome: 'created'; issue: PullRequest }
  | { outcome: 'invalid'; problems: Problem[] };

/** Opens a pull request. https://docs.github.com/rest/pulls/pulls#create-a-pull-request */
export async function createPull(
  options: Omit<IssueChange, 'issue'> & {
    title: string;
    body?: string | null;
    /** `branch`, `owner:branch` or `owner:repository:branch`. */
    head: string;
    /** The name of the head's repository, where its owner has several. */
    headRepository?: string;
    base: string;
    draft?: boolean;
    maintainerCanModify?: boolean;
    /** For seeds: the number it shall have. */
    number?: number;
    /** The issue that shall become the pull request; title and text are then its own. */
    fromIssue?: Issue;
    /** For seeds of what is over: its commits. The branches need not be there any more. */
    commits?: { base: string; head: string };
  },
): Promise<CreatePullOutcome> {
  const { sandbox, repository, actor, title, body, commits, at } = options;
  const problems = checkIssueFields({
    sandbox,
    repository,
    resource: 'PullRequest',
    title,
    body,
  });
  if (problems.length > 0) return { outcome: 'invalid', problems };

  const place = commits
    ? {
        outcome: 'good' as const,
        repository,
        branch: options.head.split(':').at(-1)!,
        ownerId:
          (options.head.includes(':') &&
            findAccount({ sandbox, login: options.head.split(':')[0] })?.id) ||
          repository.ownerId,
        ...commits,
      }
    : await checkHead(options);
  if (place.outcome === 'invalid') return place;

  const pull: Pull = {
    id: sandbox.nextId(),
    draft: options.draft ?? false,
    base: { ref: options.base, sha: place.base },
    head: {
      ref: place.branch,
      sha: place.head,
      repositoryId: place.repository.id,
      ownerId: place.ownerId,
    },
    mergedAt: null,
    mergedById: null,
    mergeCommitSha: null,
    requestedReviewerIds: [],
    requestedTeamIds: [],
    maintainerCanModify:
      place.repository !== repository && (options.maintainerCanModify ?? true),
    autoMerge: null,
  };
  const issue = Object.assign(
    options.fromIssue ??
      newIssue({
        sandbox,
        repository,
        author: actor,
        title,
        body: body ?? null,
        number: options.number,
        at,
        pull,
      }),
    { pull },
  );
  await setPullHead({ sandbox, repository, issue });
  const git = await openGit({ sandbox, repository });
  if (await branchTip({ git, branch: options.base })) {
    // Workflows run on the test merge, so it is there before anybody hears of the pull request.
    await mergeabilityOf({ sandbox, repository, issue });
  }
  const change = { sandbox, repository, issue, actor, at };
  emitIssueChange({ ...change, action: 'opened' });
  if (at === undefined && !issue.pull.draft) await requestCodeOwners(change);
  return { outcome: 'created', issue };
}
