import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Comment, Issue, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { authorAssociation } from './authorAssociation';
import { presentActingApp } from './presentActingApp';
import { presentPerson } from './presentPerson';
import { presentReactions } from './presentReactions';
import { repositoryAddress } from './repositoryAddress';

/** `issue-comment` of GitHub's OpenAPI. */
export function presentComment(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  issue: Issue;
  comment: Comment;
}) {
  const { sandbox, urls, repository, issue, comment } = options;
  const { api, html } = repositoryAddress(options);
  const url = `${api}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: `${html}/${issue.pull ? 'pull' : 'issues'}/${
      issue.number
    }#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${issue.number}`,
    id: comment.id,
    node_id: nodeId({ type: 'IssueComment', id: comment.id }),
    user: presentPerson({ sandbox, urls, id: comment.authorId }),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: authorAssociation({
      sandbox,
      repository,
      userId: comment.authorId,
    }),
    reactions: presentReactions({
      sandbox,
      subject: { kind: 'comment', id: comment.id },
      url,
    }),
    performed_via_github_app: presentActingApp({
      sandbox,
      urls,
      userId: comment.authorId,
    }),
  };
}
