import { nodeId } from '../../../core/nodeId';
import type { Review, ReviewComment } from '../../../core/state';
import type { PullRequest } from '../../../pulls/PullRequest';
import { latestReviews } from '../../../pulls/reviews/latestReviews';
import { connection } from '../../connections/connection';
import type { ConnectionArguments } from '../../connections/connection';
import type { GraphqlContext } from '../../GraphqlContext';
import { isTeamVisible } from '../../rights/isTeamVisible';
import { source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { personById } from '../shared/personById';
import { repositoryOf } from '../shared/repositoryById';

interface PullSource {
  issue: PullRequest;
}

/** The fields of a pull request that are about reviews. */
export const pullReviewFields: Resolvers<PullSource> = {
  reviews: ({ issue }, args, context) =>
    reviewConnection(
      visibleReviews(issue, context).filter(
        review =>
          (!args.states || args.states.includes(review.state)) &&
          (!args.author ||
            context.sandbox.state.users
              .get(review.authorId)
              ?.login.toLowerCase() === args.author.toLowerCase()),
      ),
      args,
    ),
  latestReviews: ({ issue }, args, context) =>
    reviewConnection(
      [
        ...new Map(
          visibleReviews(issue, context).map(row => [row.authorId, row]),
        ).values(),
      ],
      args,
    ),
  latestOpinionatedReviews: ({ issue }, args, { sandbox }) =>
    reviewConnection(latestReviews({ sandbox, issue }), args),
  viewerLatestReview({ issue }, _args, context) {
    const { viewer } = context;
    const own = visibleReviews(issue, context).filter(
      ({ authorId }) => viewer.kind === 'user' && authorId === viewer.user.id,
    );
    return own.length > 0 ? source.review(own.at(-1)!) : null;
  },
  reviewRequests: (pull, args, context) => {
    const { requestedReviewerIds, requestedTeamIds } = pull.issue.pull;
    return connection({
      rows: [
        ...requestedReviewerIds.map(id => ({ kind: 'user' as const, id })),
        ...requestedTeamIds.map(id => ({ kind: 'team' as const, id })),
      ],
      args,
      key: ({ id }) => id,
      node: ({ kind, id }) => {
        const team =
          kind === 'team' ? context.sandbox.state.teams.get(id) : undefined;
        const seen = team && isTeamVisible({ context, team });
        return {
          __typename: 'ReviewRequest' as const,
          id: nodeId({
            type: 'ReviewRequest',
            id: `${pull.issue.pull.id}:${id}`,
          }),
          databaseId: id,
          asCodeOwner: false,
          pullRequest: pull,
          requestedReviewer: () => {
            if (kind === 'user') return personById({ id, context });
            return team && seen ? source.team(team) : null;
          },
        };
      },
    });
  },
  reviewThreads: (pull, args, context) => {
    const comments = context.sandbox.state.reviewComments.by(
      'issue',
      pull.issue.id,
    );
    return connection({
      rows: comments.filter(({ inReplyToId }) => inReplyToId === null),
      args,
      key: ({ id }) => id,
      node: first => thread({ pull, first, comments, context }),
    });
  },
};

/** Everybody sees submitted reviews, and their own pending one. */
function visibleReviews(issue: PullRequest, context: GraphqlContext): Review[] {
  const { sandbox, viewer } = context;
  return sandbox.state.reviews
    .by('issue', issue.id)
    .filter(
      ({ state, authorId }) =>
        state !== 'PENDING' ||
        (viewer.kind === 'user' && authorId === viewer.user.id),
    );
}

function reviewConnection(rows: Review[], args: ConnectionArguments) {
  return connection({ rows, args, key: ({ id }) => id, node: source.review });
}

/** A comment on a line with the answers to it. Nobody resolves threads in the sandbox. */
function thread(options: {
  pull: PullSource;
  first: ReviewComment;
  comments: ReviewComment[];
  context: GraphqlContext;
}) {
  const { pull, first, comments, context } = options;
  return {
    __typename: 'PullRequestReviewThread' as const,
    id: nodeId({ type: 'PullRequestReviewThread', id: first.id }),
    path: first.path,
    line: first.line,
    originalLine: first.line,
    startLine: null,
    originalStartLine: null,
    diffSide: first.side,
    startDiffSide: null,
    subjectType: first.line === null ? 'FILE' : 'LINE',
    isResolved: false,
    isCollapsed: false,
    isOutdated: first.commitSha !== pull.issue.pull.head.sha,
    resolvedBy: null,
    pullRequest: pull,
    repository: repositoryOf({ id: pull.issue.repositoryId, context }),
    viewerCanReply: true,
    viewerCanResolve: false,
    viewerCanUnresolve: false,
    // Its own resolver pages them.
    threadComments: comments.filter(
      ({ id, inReplyToId }) => id === first.id || inReplyToId === first.id,
    ),
  };
}
