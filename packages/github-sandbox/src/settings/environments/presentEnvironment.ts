import { nodeId } from '../../core/nodeId';
import type { Sandbox } from '../../core/Sandbox';
import type { Environment, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../../organisations/presentAccount';
import { presentTeam } from '../../organisations/teams/present/presentTeam';
import { fullNameOf } from '../../repositories/fullNameOf';

/** GitHub's `environment`. Its rules have no records of their own; their numbers follow from the environment's. */
export function presentEnvironment(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  environment: Environment;
}) {
  const { urls, environment } = options;
  const fullName = fullNameOf(options);
  const path = encodeURIComponent(environment.name);
  const rule = (place: number, type: string) => {
    const id = environment.id * 10 + place;
    return { id, node_id: nodeId({ type: 'Gate', id }), type };
  };
  const { waitTimer, preventSelfReview, deploymentBranchPolicy } = environment;
  const reviewers = presentReviewers(options);
  return {
    id: environment.id,
    node_id: nodeId({ type: 'Environment', id: environment.id }),
    name: environment.name,
    url: `${urls.api}/repos/${fullName}/environments/${path}`,
    html_url: `${urls.html}/${fullName}/deployments/activity_log?environments_filter=${path}`,
    created_at: environment.createdAt,
    updated_at: environment.updatedAt,
    can_admins_bypass: true,
    protection_rules: [
      ...(waitTimer > 0
        ? [{ ...rule(1, 'wait_timer'), wait_timer: waitTimer }]
        : []),
      ...(reviewers.length > 0
        ? [
            {
              ...rule(2, 'required_reviewers'),
              prevent_self_review: preventSelfReview,
              reviewers,
            },
          ]
        : []),
      ...(deploymentBranchPolicy ? [rule(3, 'branch_policy')] : []),
    ],
    deployment_branch_policy: deploymentBranchPolicy && {
      protected_branches: deploymentBranchPolicy.protectedBranches,
      custom_branch_policies: deploymentBranchPolicy.customBranchPolicies,
    },
  };
}

type Reviewer = { type: 'User' | 'Team'; reviewer: object };

function presentReviewers(options: {
  sandbox: Sandbox;
  urls: Urls;
  environment: Environment;
}) {
  const { sandbox, urls, environment } = options;
  return environment.reviewers.flatMap(({ type, id }): Reviewer[] => {
    if (type === 'Team') {
      const team = sandbox.state.teams.get(id);
      return team
        ? [{ type, reviewer: presentTeam({ sandbox, urls, team }) }]
        : [];
    }
    const user = sandbox.state.users.get(id);
    return user
      ? [{ type, reviewer: presentAccount({ urls, account: user }) }]
      : [];
  });
}
