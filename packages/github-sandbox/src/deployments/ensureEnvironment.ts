import type { Sandbox } from '../core/Sandbox';
import type { Repository } from '../core/state';

/** Makes the environment that something is deployed to, where the repository does not have it yet, as GitHub does. */
export function ensureEnvironment(options: {
  sandbox: Sandbox;
  repository: Repository;
  name: string;
  /** ISO time. */
  at: string;
}): void {
  const { sandbox, repository, name, at } = options;
  const isThere = repository.environments.some(
    environment => environment.name.toLowerCase() === name.toLowerCase(),
  );
  if (isThere) return;
  repository.environments.push({
    id: sandbox.nextId(),
    name,
    createdAt: at,
    updatedAt: at,
    waitTimer: 0,
    preventSelfReview: false,
    reviewers: [],
    deploymentBranchPolicy: null,
    branchPolicies: [],
    secrets: [],
    variables: [],
  });
}
