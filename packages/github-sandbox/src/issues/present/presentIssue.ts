import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Issue, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { labelsOf } from '../labels/labelsOf';
import { authorAssociation } from './authorAssociation';
import { presentActingApp } from './presentActingApp';
import { presentLabel } from './presentLabel';
import { presentMilestone } from './presentMilestone';
import { presentPerson } from './presentPerson';
import { presentReactions } from './presentReactions';
import { repositoryAddress } from './repositoryAddress';

/** `issue` of GitHub's OpenAPI; a pull request has `pull_request` and `draft` beside. */
export function presentIssue(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  issue: Issue;
}) {
  const { sandbox, urls, repository, issue } = options;
  const { state } = sandbox;
  const { api, html } = repositoryAddress(options);
  const url = `${api}/issues/${issue.number}`;
  const htmlUrl = `${html}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`;
  const person = (id: number | null) => presentPerson({ sandbox, urls, id });
  const milestone =
    issue.milestoneId === null
      ? undefined
      : state.milestones.get(issue.milestoneId);
  const assignees = issue.assigneeIds.flatMap(id => person(id) ?? []);

  return {
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: htmlUrl,
    id: issue.id,
    node_id: nodeId({
      type: issue.pull ? 'PullRequest' : 'Issue',
      id: issue.pull ? issue.pull.id : issue.id,
    }),
    number: issue.number,
    title: issue.title,
    user: person(issue.authorId),
    labels: labelsOf({ sandbox, issue }).map(label =>
      presentLabel({ sandbox, urls, repository, label }),
    ),
    state: issue.state,
    locked: issue.locked,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: milestone
      ? presentMilestone({ sandbox, urls, repository, milestone })
      : null,
    comments: state.comments.by('issue', issue.id).length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: authorAssociation({
      sandbox,
      repository,
      userId: issue.authorId,
    }),
    active_lock_reason: issue.lockReason,
    ...(issue.pull && {
      draft: issue.pull.draft,
      pull_request: {
        url: `${api}/pulls/${issue.number}`,
        html_url: htmlUrl,
        diff_url: `${htmlUrl}.diff`,
        patch_url: `${htmlUrl}.patch`,
        merged_at: issue.pull.mergedAt,
      },
    }),
    sub_issues_summary: { total: 0, completed: 0, percent_completed: 0 },
    body: issue.body,
    closed_by: person(issue.closedById),
    reactions: presentReactions({
      sandbox,
      subject: { kind: 'issue', id: issue.id },
      url,
    }),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: presentActingApp({
      sandbox,
      urls,
      userId: issue.authorId,
    }),
    state_reason: issue.stateReason,
  };
}
