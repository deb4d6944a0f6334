import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Milestone, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentPerson } from './presentPerson';
import { repositoryAddress } from './repositoryAddress';

/** `milestone` of GitHub's OpenAPI. */
export function presentMilestone(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  milestone: Milestone;
}) {
  const { sandbox, urls, repository, milestone } = options;
  const { api, html } = repositoryAddress(options);
  const issues = sandbox.state.issues
    .by('repository', repository.id)
    .filter(({ milestoneId }) => milestoneId === milestone.id);
  const open = issues.filter(({ state }) => state === 'open').length;
  return {
    url: `${api}/milestones/${milestone.number}`,
    html_url: `${html}/milestone/${milestone.number}`,
    labels_url: `${api}/milestones/${milestone.number}/labels`,
    id: milestone.id,
    node_id: nodeId({ type: 'Milestone', id: milestone.id }),
    number: milestone.number,
    title: milestone.title,
    description: milestone.description,
    creator: presentPerson({ sandbox, urls, id: milestone.creatorId }),
    open_issues: open,
    closed_issues: issues.length - open,
    state: milestone.state,
    created_at: milestone.createdAt,
    updated_at: milestone.updatedAt,
    due_on: milestone.dueOn,
    closed_at: milestone.closedAt,
  };
}
