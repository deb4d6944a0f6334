import type { Viewer } from '../../access';
import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentIssue } from '../../issues/present/presentIssue';
import { presentPerson } from '../../issues/present/presentPerson';
import { repositoryAddress } from '../../issues/present/repositoryAddress';
import { mergeMessage } from '../merge/mergeMessage';
import type { PullRequest } from '../PullRequest';
import { presentBranchOf } from './presentBranchOf';
import { presentTeam } from '../../organisations/teams/present/presentTeam';

/** `pull-request-simple` of GitHub's OpenAPI: a pull request as in lists. It does not read git. `presentFullPull` gives the rest. */
export function presentPull(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  issue: PullRequest;
  viewer?: Viewer;
}) {
  const { sandbox, urls, viewer, repository, issue } = options;
  const { pull } = issue;
  const { api, html } = repositoryAddress(options);
  const url = `${api}/pulls/${issue.number}`;
  const issueUrl = `${api}/issues/${issue.number}`;
  const htmlUrl = `${html}/pull/${issue.number}`;
  const statusesUrl = `${api}/statuses/${pull.head.sha}`;
  const reviewCommentUrl = `${api}/pulls/comments{/number}`;
  const general = presentIssue({ sandbox, urls, repository, issue });
  const { autoMerge } = pull;

  return {
    url,
    id: pull.id,
    node_id: nodeId({ type: 'PullRequest', id: pull.id }),
    html_url: htmlUrl,
    diff_url: `${htmlUrl}.diff`,
    patch_url: `${htmlUrl}.patch`,
    issue_url: issueUrl,
    number: issue.number,
    state: issue.state,
    locked: issue.locked,
    title: issue.title,
    user: general.user,
    body: issue.body,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    assignee: general.assignee,
    assignees: general.assignees,
    requested_reviewers: pull.requestedReviewerIds.flatMap(
      id => presentPerson({ sandbox, urls, id }) ?? [],
    ),
    requested_teams: pull.requestedTeamIds.flatMap(id => {
      const team = sandbox.state.teams.get(id);
      return team ? presentTeam({ sandbox, urls, team }) : [];
    }),
    labels: general.labels,
    milestone: general.milestone,
    draft: pull.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: reviewCommentUrl,
    comments_url: `${issueUrl}/comments`,
    statuses_url: statusesUrl,
    head: presentBranchOf({ sandbox, urls, viewer, side: pull.head }),
    base: presentBranchOf({
      sandbox,
      urls,
      viewer,
      side: {
        ...pull.base,
        repositoryId: repository.id,
        ownerId: repository.ownerId,
      },
    }),
    _links: {
      self: { href: url },
      html: { href: htmlUrl },
      issue: { href: issueUrl },
      comments: { href: `${issueUrl}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: reviewCommentUrl },
      commits: { href: `${url}/commits` },
      statuses: { href: statusesUrl },
    },
    author_association: general.author_association,
    auto_merge: autoMerge && {
      enabled_by: presentPerson({ sandbox, urls, id: autoMerge.enabledById }),
      merge_method: autoMerge.method,
      ...autoMergeText({ ...options, autoMerge }),
    },
    active_lock_reason: issue.lockReason,
  };
}

/** What an automatic merge will write, as far as that is known without reading the commits. */
function autoMergeText(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
  autoMerge: NonNullable<PullRequest['pull']['autoMerge']>;
}) {
  const { autoMerge } = options;
  const usual = mergeMessage({
    ...options,
    method: autoMerge.method === 'squash' ? 'squash' : 'merge',
    commits: [],
  });
  return {
    commit_title: autoMerge.commitTitle ?? usual.title,
    commit_message: autoMerge.commitMessage ?? usual.message,
  };
}
