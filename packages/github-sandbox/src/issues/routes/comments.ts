import { actorOf } from '../../access';
import type { Comment, Issue } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import {
  assertCovered,
  hasRole,
  isCovered,
  issueOf,
  requireAuthorOr,
} from '../calls';
import { addComment } from '../comments/addComment';
import { deleteComment, editComment } from '../comments/changeComment';
import { conversationAccess } from '../issueAccess';
import { presentComment } from '../present/presentComment';
import { notSupplied } from '../../http/invalidRequest';
import { invalid } from '../Problem';

const one = '/repos/{owner}/{repo}/issues/comments/{comment_id}';
const read = conversationAccess('read');
const write = conversationAccess('write');

/** The comment in the path, which has to be of the repository in the path. */
export function commentOf(call: RepositoryCall): {
  comment: Comment;
  issue: Issue;
} {
  const { sandbox, repository, params } = call;
  const comment = sandbox.state.comments.get(Number(params.comment_id));
  const issue = comment && sandbox.state.issues.get(comment.issueId);
  if (!comment || issue?.repositoryId !== repository.id) throw notFound();
  assertCovered(call, issue);
  return { comment, issue };
}

function textOf(call: RepositoryCall): string {
  if (typeof call.body.body !== 'string') throw notSupplied('body');
  return call.body.body;
}

function since(call: RepositoryCall) {
  const from = call.query.get('since');
  return ({ updatedAt }: Comment) =>
    !from || Date.parse(updatedAt) >= Date.parse(from);
}

export const listComments: Route = {
  route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  on: 'repository',
  access: read,
  handle(call) {
    const issue = issueOf(call);
    const { rows, total } = paginate({
      call,
      rows: call.sandbox.state.comments
        .by('issue', issue.id)
        .filter(since(call)),
    });
    return {
      body: rows.map(comment => presentComment({ ...call, issue, comment })),
      total,
    };
  },
};

export const listCommentsOfRepository: Route = {
  route: 'GET /repos/{owner}/{repo}/issues/comments',
  on: 'repository',
  access: read,
  handle(call) {
    const { sandbox, repository, query } = call;
    const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
    const sign = query.get('direction') === 'desc' ? -1 : 1;
    const all = sandbox.state.issues
      .by('repository', repository.id)
      .filter(issue => isCovered(call, issue))
      .flatMap(issue =>
        sandbox.state.comments
          .by('issue', issue.id)
          .filter(since(call))
          .map(comment => ({ issue, comment })),
      )
      .sort(
        (a, b) =>
          sign *
          (a.comment[key].localeCompare(b.comment[key]) ||
            a.comment.id - b.comment.id),
      );
    const { rows, total } = paginate({ call, rows: all });
    return {
      body: rows.map(row => presentComment({ ...call, ...row })),
      total,
    };
  },
};

/** https://docs.github.com/rest/issues/comments#create-an-issue-comment */
export const addCommentRoute: Route = {
  route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  on: 'repository',
  access: write,
  handle(call) {
    const issue = issueOf(call);
    const result = addComment({
      ...call,
      issue,
      actor: actorOf(call.viewer),
      body: textOf(call),
      mayWrite: hasRole(call, 'push'),
    });
    if (result.outcome === 'locked') {
      throw new GitHubError({
        status: 403,
        message: 'Unable to create comment because issue is locked.',
      });
    }
    if (result.outcome === 'invalid') throw invalid(result.problems);
    const answer = presentComment({ ...call, issue, comment: result.comment });
    return { status: 201, body: answer, headers: { location: answer.url } };
  },
};

export const getComment: Route = {
  route: `GET ${one}`,
  on: 'repository',
  access: read,
  handle: call => ({ body: presentComment({ ...call, ...commentOf(call) }) }),
};

export const editCommentRoute: Route = {
  route: `PATCH ${one}`,
  on: 'repository',
  access: write,
  handle(call) {
    const { comment, issue } = commentOf(call);
    requireAuthorOr(call, { authorId: comment.authorId, needed: 'push' });
    const result = editComment({
      ...call,
      issue,
      comment,
      actor: actorOf(call.viewer),
      body: textOf(call),
    });
    if (result.outcome === 'invalid') throw invalid(result.problems);
    return { body: presentComment({ ...call, issue, comment }) };
  },
};

export const deleteCommentRoute: Route = {
  route: `DELETE ${one}`,
  on: 'repository',
  access: write,
  handle(call) {
    const { comment, issue } = commentOf(call);
    requireAuthorOr(call, { authorId: comment.authorId, needed: 'push' });
    deleteComment({ ...call, issue, comment, actor: actorOf(call.viewer) });
    return { status: 204 };
  },
};
