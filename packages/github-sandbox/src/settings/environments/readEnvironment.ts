import type { Sandbox } from '../../core/Sandbox';
import type { Environment, Repository } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';

type Settings = Pick<
  Environment,
  'waitTimer' | 'preventSelfReview' | 'reviewers' | 'deploymentBranchPolicy'
>;

const LONGEST_WAIT_MINUTES = 43_200;
const MOST_REVIEWERS = 6;

/** The settings of an environment as a body of PUT says; what is left out is taken away. Throws 422. https://docs.github.com/rest/deployments/environments#create-or-update-an-environment */
export function readEnvironment(options: {
  sandbox: Sandbox;
  repository: Repository;
  body: Record<string, any>;
}): Settings {
  const { body } = options;
  const waitTimer = body.wait_timer ?? 0;
  if (
    !Number.isInteger(waitTimer) ||
    waitTimer < 0 ||
    waitTimer > LONGEST_WAIT_MINUTES
  ) {
    throw problem(
      `Validation Failed: wait_timer must be a whole number from 0 to ${LONGEST_WAIT_MINUTES}`,
    );
  }
  const policy = body.deployment_branch_policy ?? null;
  if (policy && policy.protected_branches === policy.custom_branch_policies) {
    throw problem(
      'Validation Failed: protected_branches and custom_branch_policies cannot have the same value',
    );
  }
  return {
    waitTimer,
    preventSelfReview: body.prevent_self_review === true,
    reviewers: readReviewers(options),
    deploymentBranchPolicy: policy && {
      protectedBranches: policy.protected_branches === true,
      customBranchPolicies: policy.custom_branch_policies === true,
    },
  };
}

function readReviewers(options: {
  sandbox: Sandbox;
  repository: Repository;
  body: Record<string, any>;
}): Environment['reviewers'] {
  const { sandbox, repository, body } = options;
  const reviewers: Environment['reviewers'] = body.reviewers ?? [];
  if (reviewers.length > MOST_REVIEWERS) {
    throw problem(
      `Validation Failed: there can be at most ${MOST_REVIEWERS} reviewers`,
    );
  }
  return reviewers.map(({ type, id }) => {
    const isThere =
      type === 'Team'
        ? sandbox.state.teams.get(id)?.organisationId === repository.ownerId
        : sandbox.state.users.get(id) !== undefined;
    if ((type !== 'User' && type !== 'Team') || !isThere) {
      throw problem(`Validation Failed: reviewer ${id} was not found`);
    }
    return { type, id };
  });
}

function problem(message: string) {
  return new GitHubError({ status: 422, message });
}
