import { actorOf } from '../../access';
import type { ReviewComment } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { requireAuthorOr } from '../../issues/calls';
import { notSupplied } from '../../http/invalidRequest';
import { invalid } from '../../issues/Problem';
import { reactionRoutes } from '../../issues/routes/reactions';
import { presentReviewComment } from '../present/presentReviewComment';
import { isPullRequest } from '../PullRequest';
import type { PullRequest } from '../PullRequest';
import { pullAccess, pullOf } from '../pullOf';
import { commentOnDiff } from '../reviews/commentOnDiff';
import { readDraft } from './reviewOf';
import { visibleReviewComments } from './visibleReviewComments';

const ofPull = '/repos/{owner}/{repo}/pulls/{pull_number}/comments';
const one = '/repos/{owner}/{repo}/pulls/comments/{comment_id}';

/** The review comment in the path, which has to be of the repository in the path. */
function reviewCommentOf(call: RepositoryCall): {
  comment: ReviewComment;
  issue: PullRequest;
} {
  const { sandbox, repository, params } = call;
  const comment = sandbox.state.reviewComments.get(Number(params.comment_id));
  const issue = comment && sandbox.state.issues.get(comment.issueId);
  if (
    !comment ||
    !isPullRequest(issue) ||
    issue.repositoryId !== repository.id
  ) {
    throw notFound();
  }
  return { comment, issue };
}

async function add(
  call: RepositoryCall,
  issue: PullRequest,
  inReplyTo: ReviewComment | undefined,
) {
  const { sandbox, repository, viewer, body } = call;
  if (typeof body.body !== 'string') throw notSupplied('body');
  if (!inReplyTo && typeof body.path !== 'string') throw notSupplied('path');
  const result = await commentOnDiff({
    sandbox,
    repository,
    issue,
    actor: actorOf(viewer),
    draft: readDraft(body),
    inReplyTo,
  });
  if (result.outcome === 'invalid') throw invalid(result.problems);
  const answer = presentReviewComment({
    ...call,
    issue,
    comment: result.comment,
  });
  return { status: 201, body: answer, headers: { location: answer.url } };
}

const list: Route[] = [
  {
    route: `GET ${ofPull}`,
    on: 'repository',
    access: pullAccess('read'),
    async handle(call) {
      const issue = await pullOf(call);
      const { rows, total } = paginate({
        call,
        rows: visibleReviewComments(call, [issue]),
      });
      return {
        body: rows.map(row => presentReviewComment({ ...call, ...row })),
        total,
      };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/pulls/comments',
    on: 'repository',
    access: pullAccess('read'),
    handle(call) {
      const { sandbox, repository } = call;
      const pulls = sandbox.state.issues
        .by('repository', repository.id)
        .filter(isPullRequest);
      const { rows, total } = paginate({
        call,
        rows: visibleReviewComments(call, pulls),
      });
      return {
        body: rows.map(row => presentReviewComment({ ...call, ...row })),
        total,
      };
    },
  },
];

/** https://docs.github.com/rest/pulls/comments */
export const reviewCommentRoutes: Route[] = [
  ...list,
  {
    route: `POST ${ofPull}`,
    on: 'repository',
    access: pullAccess('write'),
    async handle(call) {
      const issue = await pullOf(call);
      const id = call.body.in_reply_to;
      const parent =
        id === undefined
          ? undefined
          : call.sandbox.state.reviewComments.get(Number(id));
      if (id !== undefined && parent?.issueId !== issue.id) throw notFound();
      return add(call, issue, parent);
    },
  },
  {
    route: `POST ${ofPull}/{comment_id}/replies`,
    on: 'repository',
    access: pullAccess('write'),
    async handle(call) {
      const issue = await pullOf(call);
      const { comment, issue: owner } = reviewCommentOf(call);
      if (owner !== issue) throw notFound();
      return add(call, issue, comment);
    },
  },
  {
    route: `GET ${one}`,
    on: 'repository',
    access: pullAccess('read'),
    handle: call => ({
      body: presentReviewComment({ ...call, ...reviewCommentOf(call) }),
    }),
  },
  {
    route: `PATCH ${one}`,
    on: 'repository',
    access: pullAccess('write'),
    handle(call) {
      const { comment, issue } = reviewCommentOf(call);
      requireAuthorOr(call, { authorId: comment.authorId, needed: 'push' });
      if (typeof call.body.body !== 'string') throw notSupplied('body');
      const changes = { body: { from: comment.body } };
      comment.body = call.body.body;
      comment.updatedAt = call.sandbox.clock.iso();
      emit({ call, issue, comment, action: 'edited', changes });
      return { body: presentReviewComment({ ...call, issue, comment }) };
    },
  },
  {
    route: `DELETE ${one}`,
    on: 'repository',
    access: pullAccess('write'),
    handle(call) {
      const { comment, issue } = reviewCommentOf(call);
      requireAuthorOr(call, { authorId: comment.authorId, needed: 'push' });
      call.sandbox.state.reviewComments.remove(comment);
      emit({ call, issue, comment, action: 'deleted' });
      return { status: 204 };
    },
  },
  ...reactionRoutes({
    path: one,
    access: pullAccess,
    subjectOf: call => ({
      kind: 'reviewComment',
      id: reviewCommentOf(call).comment.id,
    }),
  }),
];

function emit(options: {
  call: RepositoryCall;
  issue: PullRequest;
  comment: ReviewComment;
  action: 'edited' | 'deleted';
  changes?: Record<string, unknown>;
}) {
  const { call, ...event } = options;
  call.sandbox.events.emit({
    name: 'pull_request_review_comment',
    repository: call.repository,
    sender: actorOf(call.viewer),
    ...event,
  });
}
