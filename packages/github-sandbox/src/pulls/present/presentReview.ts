import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, Review } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { authorAssociation } from '../../issues/present/authorAssociation';
import { presentPerson } from '../../issues/present/presentPerson';
import { repositoryAddress } from '../../issues/present/repositoryAddress';
import type { PullRequest } from '../PullRequest';

/** `pull-request-review` of GitHub's OpenAPI. A pending one has no `submitted_at`. */
export function presentReview(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  issue: PullRequest;
  review: Review;
}) {
  const { sandbox, urls, repository, issue, review } = options;
  const { api, html } = repositoryAddress(options);
  const htmlUrl = `${html}/pull/${issue.number}#pullrequestreview-${review.id}`;
  const pullUrl = `${api}/pulls/${issue.number}`;
  return {
    id: review.id,
    node_id: nodeId({ type: 'PullRequestReview', id: review.id }),
    user: presentPerson({ sandbox, urls, id: review.authorId }),
    body: review.body,
    state: review.state,
    html_url: htmlUrl,
    pull_request_url: pullUrl,
    author_association: authorAssociation({
      sandbox,
      repository,
      userId: review.authorId,
    }),
    _links: { html: { href: htmlUrl }, pull_request: { href: pullUrl } },
    ...(review.submittedAt && { submitted_at: review.submittedAt }),
    commit_id: review.commitSha,
  };
}
