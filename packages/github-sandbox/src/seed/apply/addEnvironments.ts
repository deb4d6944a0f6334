import type { RepositoryContext } from './SeedContext';
import { TEAM_PREFIX } from '../teamPrefix';
import { variablesOf } from './variablesOf';

/** Adds the environments of a repository. https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments */
export function addEnvironments(options: { context: RepositoryContext }): void {
  const { sandbox, seeded, repository, user, teamId } = options.context;
  const { createdAt } = repository;
  repository.environments = (seeded.environments ?? []).map(environment => ({
    id: sandbox.nextId(),
    name: environment.name,
    createdAt,
    updatedAt: createdAt,
    waitTimer: environment.waitMinutes ?? 0,
    preventSelfReview: false,
    reviewers: (environment.reviewers ?? []).map(name =>
      name.startsWith(TEAM_PREFIX)
        ? { type: 'Team', id: teamId(name.slice(TEAM_PREFIX.length)) }
        : { type: 'User', id: user(name).id },
    ),
    deploymentBranchPolicy: environment.protectedBranchesOnly
      ? { protectedBranches: true, customBranchPolicies: false }
      : null,
    branchPolicies: [],
    secrets: [],
    variables: variablesOf({ variables: environment.variables, createdAt }),
  }));
}
