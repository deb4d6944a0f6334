import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { CommitStatus, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentPerson } from '../../issues/present/presentPerson';
import { repositoryAddress } from '../../issues/present/repositoryAddress';

/** `simple-commit-status`, and with `creator` `status`, of GitHub's OpenAPI. */
export function presentStatus(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  status: CommitStatus;
}) {
  const { sandbox, urls, status } = options;
  const creator = presentPerson({ sandbox, urls, id: status.creatorId });
  return {
    url: `${repositoryAddress(options).api}/statuses/${status.sha}`,
    avatar_url: creator?.avatar_url ?? null,
    id: status.id,
    node_id: nodeId({ type: 'StatusContext', id: status.id }),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.updatedAt,
    creator,
  };
}
