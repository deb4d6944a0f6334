import type { Sandbox } from '../Sandbox';
import type { Environment, Repository } from '../state';

/** The environment with a name; a name that is new makes one without rules, as on GitHub. */
export function ensureEnvironment(options: {
  sandbox: Sandbox;
  repository: Repository;
  name: string;
}): Environment {
  const { sandbox, repository, name } = options;
  const existing = repository.environments.find(
    environment => environment.name.toLowerCase() === name.toLowerCase(),
  );
  if (existing) return existing;
  const now = sandbox.clock.iso();
  const environment: Environment = {
    id: sandbox.nextId(),
    name,
    createdAt: now,
    updatedAt: now,
    waitTimer: 0,
    preventSelfReview: false,
    reviewers: [],
    deploymentBranchPolicy: null,
    branchPolicies: [],
    secrets: [],
    variables: [],
  };
  repository.environments.push(environment);
  return environment;
}
