import { nodeId } from '../../core/nodeId';
import type { Environment } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { readChoice } from '../../http/body/readChoice';
import { requireText } from '../../http/body/requireText';
import { invalidRequest } from '../../http/invalidRequest';
import { patternProblem } from '../../repositories/protection/matchesPattern';
import { environmentOf } from './environmentOf';

const read = { permission: { name: 'actions', level: 'read' as const } };
const write = {
  permission: { name: 'administration', level: 'write' as const },
  role: 'admin' as const,
};
const list =
  '/repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies';
const one = `${list}/{branch_policy_id}`;

/** Which branches and tags may be deployed to an environment. https://docs.github.com/rest/deployments/branch-policies */
export const branchPolicyRoutes: Route[] = [
  {
    route: `GET ${list}`,
    on: 'repository',
    access: read,
    handle(call) {
      const { branchPolicies } = environmentOf(call);
      const { rows, total } = paginate({ call, rows: branchPolicies });
      return {
        body: { total_count: total, branch_policies: rows.map(present) },
        total,
      };
    },
  },
  {
    route: `POST ${list}`,
    on: 'repository',
    access: write,
    handle(call) {
      const { body, sandbox } = call;
      const environment = environmentOf(call);
      // GitHub does not say that the environment has another kind of policy.
      if (!environment.deploymentBranchPolicy?.customBranchPolicies) {
        throw notFound();
      }
      const name = readName(body);
      const type =
        readChoice({
          body,
          field: 'type',
          words: ['branch', 'tag'],
          resource: 'DeploymentBranchPolicy',
        }) ?? 'branch';
      const known = environment.branchPolicies.find(
        policy => policy.name === name && policy.type === type,
      );
      if (known) return { status: 303, body: present(known) };
      const policy = { id: sandbox.nextId(), name, type };
      environment.branchPolicies.push(policy);
      return { body: present(policy) };
    },
  },
  {
    route: `GET ${one}`,
    on: 'repository',
    access: read,
    handle: call => ({ body: present(policyOf(call)) }),
  },
  {
    route: `PUT ${one}`,
    on: 'repository',
    access: write,
    handle(call) {
      const { body } = call;
      const name = readName(body);
      const policy = policyOf(call);
      policy.name = name;
      return { body: present(policy) };
    },
  },
  {
    route: `DELETE ${one}`,
    on: 'repository',
    access: write,
    handle(call) {
      const policy = policyOf(call);
      const environment = environmentOf(call);
      environment.branchPolicies = environment.branchPolicies.filter(
        other => other !== policy,
      );
      return { status: 204 };
    },
  },
];

/** The pattern of a policy. Throws 422. */
function readName(body: Record<string, unknown>): string {
  const name = requireText({ body, field: 'name' });
  const problem = patternProblem(name);
  if (problem) throw invalidRequest(`The name pattern ${problem}.`);
  return name;
}

type Policy = Environment['branchPolicies'][number];

function policyOf(call: RepositoryCall): Policy {
  const policy = environmentOf(call).branchPolicies.find(
    ({ id }) => String(id) === call.params.branch_policy_id,
  );
  if (!policy) throw notFound();
  return policy;
}

/** GitHub's `deployment-branch-policy`. */
function present({ id, name, type }: Policy) {
  return {
    id,
    node_id: nodeId({ type: 'GateBranchPolicy', id }),
    name,
    type,
  };
}
