import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, ReviewComment } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { authorAssociation } from '../../issues/present/authorAssociation';
import { presentPerson } from '../../issues/present/presentPerson';
import { presentReactions } from '../../issues/present/presentReactions';
import { repositoryAddress } from '../../issues/present/repositoryAddress';
import type { PullRequest } from '../PullRequest';

/** `pull-request-review-comment` of GitHub's OpenAPI. Of an outdated comment, `line` and `position` are null. */
export function presentReviewComment(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  issue: PullRequest;
  comment: ReviewComment;
}) {
  const { sandbox, urls, repository, issue, comment } = options;
  const { api, html } = repositoryAddress(options);
  const url = `${api}/pulls/comments/${comment.id}`;
  const htmlUrl = `${html}/pull/${issue.number}#discussion_r${comment.id}`;
  const pullUrl = `${api}/pulls/${issue.number}`;
  return {
    url,
    pull_request_review_id: comment.reviewId,
    id: comment.id,
    node_id: nodeId({ type: 'PullRequestReviewComment', id: comment.id }),
    diff_hunk: comment.diffHunk,
    path: comment.path,
    commit_id: comment.commitSha,
    original_commit_id: comment.originalCommitSha,
    user: presentPerson({ sandbox, urls, id: comment.authorId }),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: htmlUrl,
    pull_request_url: pullUrl,
    author_association: authorAssociation({
      sandbox,
      repository,
      userId: comment.authorId,
    }),
    _links: {
      self: { href: url },
      html: { href: htmlUrl },
      pull_request: { href: pullUrl },
    },
    reactions: presentReactions({
      sandbox,
      subject: { kind: 'reviewComment', id: comment.id },
      url,
    }),
    start_line: comment.startLine,
    original_start_line: comment.startLine,
    start_side: comment.startLine === null ? null : comment.side,
    line: comment.line,
    original_line: comment.originalLine,
    side: comment.side,
    ...(comment.inReplyToId !== null && {
      in_reply_to_id: comment.inReplyToId,
    }),
    original_position: comment.originalPosition ?? 1,
    position: comment.position,
    subject_type:
      comment.originalLine === null ? ('file' as const) : ('line' as const),
  };
}
