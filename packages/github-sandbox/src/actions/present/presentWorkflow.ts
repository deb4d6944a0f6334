import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, Workflow } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { repositoryAddress } from '../../issues/present/repositoryAddress';

/** `workflow` of GitHub's OpenAPI. */
export function presentWorkflow(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  workflow: Workflow;
}) {
  const { repository, workflow } = options;
  const { api, html } = repositoryAddress(options);
  return {
    id: workflow.id,
    node_id: nodeId({ type: 'Workflow', id: workflow.id }),
    name: workflow.name,
    path: workflow.path,
    state: workflow.state,
    created_at: workflow.createdAt,
    updated_at: workflow.updatedAt,
    url: `${api}/actions/workflows/${workflow.id}`,
    html_url: `${html}/blob/${repository.defaultBranch}/${workflow.path}`,
    badge_url: `${html}/workflows/${encodeURIComponent(
      workflow.name,
    )}/badge.svg`,
  };
}
