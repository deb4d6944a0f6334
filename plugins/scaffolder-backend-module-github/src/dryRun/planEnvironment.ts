import { describeRequest } from '../calls/GithubCall';
import type { Planner } from './StepPlan';

/** What stock's action asks for; who the reviewers are it looks up first. */
export const planEnvironment: Planner = ({
  target: { owner, repo },
  input,
}) => {
  const environment_name = input.name;
  const at = { owner, repo, environment_name };
  const reviewers: string[] = input.reviewers ?? [];
  const secrets = Object.keys(input.secrets ?? {});
  const policies = (type: string, names: string[] | undefined) =>
    (names ?? []).map(name =>
      describeRequest(
        'POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
        { ...at, type, name },
      ),
    );
  return {
    calls: [
      describeRequest('GET /repos/{owner}/{repo}', { owner, repo }),
      ...reviewers.map(ref => {
        const name = ref.replace(/^.*[:/]/, '');
        return /^group:/i.test(ref)
          ? describeRequest('GET /orgs/{org}/teams/{team_slug}', {
              org: owner,
              team_slug: name,
            })
          : describeRequest('GET /users/{username}', { username: name });
      }),
      describeRequest(
        'PUT /repos/{owner}/{repo}/environments/{environment_name}',
        {
          ...at,
          deployment_branch_policy: input.deploymentBranchPolicy ?? undefined,
          wait_timer: input.waitTimer,
          prevent_self_review: input.preventSelfReview,
        },
      ),
      ...policies('branch', input.customBranchPolicyNames),
      ...policies('tag', input.customTagPolicyNames),
      ...Object.entries(input.environmentVariables ?? {}).map(([name, value]) =>
        describeRequest(
          'POST /repos/{owner}/{repo}/environments/{environment_name}/variables',
          { ...at, name, value },
        ),
      ),
      ...(secrets.length > 0
        ? [
            describeRequest(
              'GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/public-key',
              at,
            ),
          ]
        : []),
      ...secrets.map(secret_name =>
        describeRequest(
          'PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}',
          { ...at, secret_name },
        ),
      ),
    ],
    outputs: {},
  };
};
