import { nodeId } from '../../../core/nodeId';
import type { Issue } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { located } from '../shared/located';
import { repositoryById } from '../shared/repositoryById';
import { remarkFields } from './commentFields';
import { issuePath } from './issuePath';

type ReviewCommentSource = Source<'reviewComment'>;

/** https://docs.github.com/graphql/reference/objects#pullrequestreviewcomment */
export const PullRequestReviewComment: Resolvers<ReviewCommentSource> = {
  ...remarkFields<ReviewCommentSource>(({ reviewComment }, context) => ({
    ...reviewComment,
    repositoryId: issueOf(reviewComment.issueId, context).repositoryId,
    subject: { kind: 'reviewComment', id: reviewComment.id },
  })),
  ...located<ReviewCommentSource>(
    ({ reviewComment }, context) =>
      `${issuePath({
        issue: issueOf(reviewComment.issueId, context),
        context,
      })}#discussion_r${reviewComment.id}`,
  ),
  id: ({ reviewComment }) =>
    nodeId({ type: 'PullRequestReviewComment', id: reviewComment.id }),
  path: ({ reviewComment }) => reviewComment.path,
  line: ({ reviewComment }) => reviewComment.line,
  originalLine: ({ reviewComment }) => reviewComment.line,
  startLine: () => null,
  originalStartLine: () => null,
  diffHunk: ({ reviewComment }) => reviewComment.diffHunk,
  draftedAt: ({ reviewComment }) => reviewComment.createdAt,
  subjectType: ({ reviewComment }) =>
    reviewComment.line === null ? 'FILE' : 'LINE',
  outdated: ({ reviewComment }, _args, context) =>
    issueOf(reviewComment.issueId, context).pull?.head.sha !==
    reviewComment.commitSha,
  state: ({ reviewComment }, _args, { sandbox }) =>
    sandbox.state.reviews.get(reviewComment.reviewId)?.state === 'PENDING'
      ? 'PENDING'
      : 'SUBMITTED',
  commit: ({ reviewComment }, _args, context) =>
    commitOfComment(reviewComment, context),
  originalCommit: ({ reviewComment }, _args, context) =>
    commitOfComment(reviewComment, context),
  pullRequest: ({ reviewComment }, _args, context) =>
    source.issue(issueOf(reviewComment.issueId, context)),
  pullRequestReview({ reviewComment }, _args, { sandbox }) {
    const review = sandbox.state.reviews.get(reviewComment.reviewId);
    return review ? source.review(review) : null;
  },
  replyTo({ reviewComment }, _args, { sandbox }) {
    const first = sandbox.state.reviewComments.get(
      reviewComment.inReplyToId ?? 0,
    );
    return first ? source.reviewComment(first) : null;
  },
};

function issueOf(id: number, context: GraphqlContext): Issue {
  return context.sandbox.state.issues.get(id)!;
}

function commitOfComment(
  { issueId, commitSha }: ReviewCommentSource['reviewComment'],
  context: GraphqlContext,
) {
  const { repositoryId } = issueOf(issueId, context);
  return source.commit(
    repositoryById({ id: repositoryId, context }),
    commitSha,
  );
}
