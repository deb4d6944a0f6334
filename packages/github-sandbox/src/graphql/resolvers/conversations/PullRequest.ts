import { accountById } from '../../../core/names/accountById';
import { baseShaOf, comparisonOf } from '../../../pulls/comparisonOf';
import { linkedIssues } from '../../../pulls/merge/linkedIssues';
import { mergeabilityOf } from '../../../pulls/merge/mergeabilityOf';
import { mergeMessage } from '../../../pulls/merge/mergeMessage';
import { reviewDecisionOf } from '../../../pulls/protection/reviewDecisionOf';
import type { PullRequest as PullRecord } from '../../../pulls/PullRequest';
import { connection } from '../../connections/connection';
import type { GraphqlContext } from '../../GraphqlContext';
import { isVisible } from '../../rights/isVisible';
import { source } from '../../sources/source';
import { rollupOf } from '../checks/rollupOf';
import { refByName } from '../git/refByName';
import type { Resolvers } from '../Resolvers';
import { personById } from '../shared/personById';
import { repositoryById, repositoryOf } from '../shared/repositoryById';
import { canWrite } from './commentFields';
import { issueConnection } from './issueConnection';
import { issueFields } from './issueFields';
import { issuePath } from './issuePath';
import { pullCommit } from './pullCommit';
import { pullState } from './pullConnection';
import { pullReviewFields } from './pullReviewFields';

interface PullSource {
  __typename: 'PullRequest';
  issue: PullRecord;
}

/** https://docs.github.com/graphql/reference/objects#pullrequest */
export const PullRequest: Resolvers<PullSource> = {
  ...(issueFields as Resolvers<PullSource>),
  ...(pullReviewFields as Resolvers<PullSource>),
  state: ({ issue }) => pullState(issue),
  permalink: (pull, _args, context) =>
    `${context.urls.html}${issuePath({ issue: pull.issue, context })}`,
  checksUrl: (pull, _args, context) =>
    `${context.urls.html}${issuePath({ issue: pull.issue, context })}/checks`,
  checksResourcePath: (pull, _args, context) =>
    `${issuePath({ issue: pull.issue, context })}/checks`,
  isDraft: ({ issue }) => issue.pull.draft,
  isInMergeQueue: () => false,
  isMergeQueueEnabled: () => false,
  mergeQueue: () => null,
  mergeQueueEntry: () => null,
  isCrossRepository: ({ issue }) =>
    issue.pull.head.repositoryId !== issue.repositoryId,
  maintainerCanModify: ({ issue }) => issue.pull.maintainerCanModify,
  merged: ({ issue }) => issue.pull.mergedAt !== null,
  mergedAt: ({ issue }) => issue.pull.mergedAt,
  mergedBy: ({ issue }, _args, context) =>
    personById({ id: issue.pull.mergedById, context }),
  mergeCommit: ({ issue }, _args, context) =>
    issue.pull.mergedAt && issue.pull.mergeCommitSha
      ? source.commit(
          repositoryById({ id: issue.repositoryId, context }),
          issue.pull.mergeCommitSha,
        )
      : null,
  async potentialMergeCommit({ issue }, _args, context) {
    if (issue.state === 'closed') return null;
    await mergeability(issue, context);
    return issue.pull.mergeCommitSha
      ? source.commit(
          repositoryById({ id: issue.repositoryId, context }),
          issue.pull.mergeCommitSha,
        )
      : null;
  },
  async mergeable({ issue }, _args, context) {
    const { mergeable } = await mergeability(issue, context);
    if (mergeable === null) return 'UNKNOWN';
    return mergeable ? 'MERGEABLE' : 'CONFLICTING';
  },
  mergeStateStatus: async ({ issue }, _args, context) =>
    (await mergeability(issue, context)).state.toUpperCase(),
  canBeRebased: async ({ issue }, _args, context) =>
    (await mergeability(issue, context)).mergeable === true,
  baseRefName: ({ issue }) => issue.pull.base.ref,
  baseRefOid: ({ issue }, _args, context) =>
    baseShaOf({
      sandbox: context.sandbox,
      repository: repositoryById({ id: issue.repositoryId, context }),
      issue,
    }),
  baseRef: ({ issue }, _args, context) =>
    refByName({
      repository: repositoryById({ id: issue.repositoryId, context }),
      name: `refs/heads/${issue.pull.base.ref}`,
      context,
    }),
  baseRepository: ({ issue }, _args, context) =>
    repositoryOf({ id: issue.repositoryId, context }),
  headRefName: ({ issue }) => issue.pull.head.ref,
  headRefOid: ({ issue }) => issue.pull.head.sha,
  headRef({ issue }, _args, context) {
    const repository = headRepository(issue, context);
    return repository
      ? refByName({
          repository,
          name: `refs/heads/${issue.pull.head.ref}`,
          context,
        })
      : null;
  },
  headRepository({ issue }, _args, context) {
    const repository = headRepository(issue, context);
    return repository ? source.repository(repository) : null;
  },
  headRepositoryOwner({ issue }, _args, { sandbox }) {
    const owner = accountById({ sandbox, id: issue.pull.head.ownerId });
    return owner ? source.account(owner) : null;
  },
  additions: async ({ issue }, _args, context) =>
    sum(await filesOf(issue, context), 'additions'),
  deletions: async ({ issue }, _args, context) =>
    sum(await filesOf(issue, context), 'deletions'),
  changedFiles: async ({ issue }, _args, context) =>
    (await filesOf(issue, context)).length,
  files: async ({ issue }, args, context) =>
    connection({
      rows: await filesOf(issue, context),
      args,
      key: ({ path }) => path,
      node: file => ({
        path: file.path,
        additions: file.additions,
        deletions: file.deletions,
        changeType:
          file.status === 'removed' ? 'DELETED' : file.status.toUpperCase(),
        viewerViewedState: 'UNVIEWED',
      }),
    }),
  commits: async ({ issue }, args, context) =>
    connection({
      rows: (await comparison(issue, context))?.commits ?? [],
      args,
      key: ({ sha }) => sha,
      node: ({ sha }) => pullCommit({ issue, sha, context }),
    }),
  statusCheckRollup: ({ issue }, _args, context) =>
    rollupOf({
      repository: repositoryById({ id: issue.repositoryId, context }),
      sha: issue.pull.head.sha,
      context,
    }),
  reviewDecision: ({ issue }, _args, context) =>
    reviewDecisionOf({
      sandbox: context.sandbox,
      repository: repositoryById({ id: issue.repositoryId, context }),
      issue,
    }).decision,
  closingIssuesReferences: ({ issue }, args, context) => {
    const linked = linkedIssues({
      sandbox: context.sandbox,
      repository: repositoryById({ id: issue.repositoryId, context }),
      text: issue.body ?? '',
    }).map(one => one.issue);
    return issueConnection({
      repositoryId: undefined,
      args,
      context,
      accept: candidate => linked.includes(candidate),
    });
  },
  autoMergeRequest: pull => {
    const { autoMerge } = pull.issue.pull;
    return autoMerge
      ? { __typename: 'AutoMergeRequest' as const, pull, autoMerge }
      : null;
  },
  totalCommentsCount: ({ issue }, _args, { sandbox }) =>
    sandbox.state.comments.by('issue', issue.id).length +
    sandbox.state.reviewComments.by('issue', issue.id).length,
  viewerCanUpdateBranch: ({ issue }, _args, context) =>
    canWrite({ repositoryId: issue.repositoryId, context }),
  viewerCanEnableAutoMerge: ({ issue }, _args, context) =>
    repositoryById({ id: issue.repositoryId, context }).merging
      .allowAutoMerge &&
    canWrite({ repositoryId: issue.repositoryId, context }),
  viewerCanDisableAutoMerge: ({ issue }, _args, context) =>
    issue.pull.autoMerge !== null &&
    canWrite({ repositoryId: issue.repositoryId, context }),
  viewerCanDeleteHeadRef: ({ issue }, _args, context) =>
    issue.state === 'closed' &&
    canWrite({ repositoryId: issue.repositoryId, context }),
  viewerMergeHeadlineText: async ({ issue }, { mergeType }, context) =>
    (await texts(issue, mergeType, context)).title,
  viewerMergeBodyText: async ({ issue }, { mergeType }, context) =>
    (await texts(issue, mergeType, context)).message,
};

function mergeability(issue: PullRecord, context: GraphqlContext) {
  const { sandbox } = context;
  const repository = repositoryById({ id: issue.repositoryId, context });
  return context.once(`mergeability:${issue.id}`, () =>
    mergeabilityOf({ sandbox, repository, issue }),
  );
}

function comparison(issue: PullRecord, context: GraphqlContext) {
  const repository = repositoryById({ id: issue.repositoryId, context });
  return comparisonOf({ sandbox: context.sandbox, repository, issue });
}

async function filesOf(issue: PullRecord, context: GraphqlContext) {
  return (await comparison(issue, context))?.files ?? [];
}

function sum(
  files: Awaited<ReturnType<typeof filesOf>>,
  field: 'additions' | 'deletions',
) {
  return files.reduce((total, file) => total + file[field], 0);
}

/** Undefined where the fork is gone or hidden. */
function headRepository(issue: PullRecord, context: GraphqlContext) {
  const { repositoryId } = issue.pull.head;
  const repository =
    repositoryId === null
      ? undefined
      : context.sandbox.state.repositories.get(repositoryId);
  return repository && isVisible({ context, repository })
    ? repository
    : undefined;
}

async function texts(
  issue: PullRecord,
  mergeType: 'MERGE' | 'SQUASH' | 'REBASE' | null | undefined,
  context: GraphqlContext,
) {
  return mergeMessage({
    sandbox: context.sandbox,
    repository: repositoryById({ id: issue.repositoryId, context }),
    issue,
    method: mergeType === 'SQUASH' ? 'squash' : 'merge',
    commits: (await comparison(issue, context))?.commits ?? [],
  });
}
