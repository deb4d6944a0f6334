import type { Environment, Repository } from '../../core/state';
import { isProtected } from '../../repositories/protection/isProtected';
import { matchesPattern } from '../../repositories/protection/matchesPattern';

/**
 * What GitHub says where a branch or tag may not deploy to an environment; undefined where it may.
 * https://docs.github.com/actions/reference/workflows-and-actions/deployments-and-environments#deployment-branches-and-tags
 */
export function branchProblem(options: {
  repository: Repository;
  environment: Environment;
  /** Full: `refs/heads/main`. */
  ref: string;
}): string | undefined {
  const { repository, environment, ref } = options;
  const policy = environment.deploymentBranchPolicy;
  if (!policy) return undefined;
  const [, kind, name = ref] =
    /^refs\/(heads|tags|pull)\/(.+)$/.exec(ref) ?? [];
  const isAllowed = policy.protectedBranches
    ? kind === 'heads' && isProtected({ repository, branch: name })
    : environment.branchPolicies.some(
        ({ name: pattern, type }) =>
          (type === 'tag') === (kind === 'tags') &&
          matchesPattern({ pattern, name }),
      );
  return isAllowed
    ? undefined
    : `${
        kind === 'tags' ? 'Tag' : 'Branch'
      } "${name}" is not allowed to deploy to ${
        environment.name
      } due to environment protection rules.`;
}
