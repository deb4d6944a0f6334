import { nodeId } from '../../../core/nodeId';
import type { Sandbox } from '../../../core/Sandbox';
import type { Repository } from '../../../core/state';
import { fullNameOf } from '../../../repositories/fullNameOf';

/** The few words in which events about installations tell of repositories. */
export function briefRepositories(options: {
  sandbox: Sandbox;
  repositories: Repository[];
}) {
  const { sandbox, repositories } = options;
  return repositories.map(repository => ({
    id: repository.id,
    node_id: nodeId({ type: 'Repository', id: repository.id }),
    name: repository.name,
    full_name: fullNameOf({ sandbox, repository }),
    private: repository.visibility !== 'public',
  }));
}
