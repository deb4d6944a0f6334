import type {
  AuthService,
  PermissionsService,
  PermissionsServiceRequestOptions,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isResourcePermission,
  type DefinitivePolicyDecision,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { LocalPolicies } from './LocalPolicy';

/**
 * A permissions service that asks the policy of its own process about people, which saves the request to the permission backend and the token
 * for it: the larger part of what a small answer takes. It decides as the backend does, with the same policy and the same knowledge of the person.
 * Everything else is asked there: decisions about services, conditions to be applied to a resource, a policy that is not here.
 */
export function decideLocally(options: {
  permissions: PermissionsService;
  policies: LocalPolicies;
  auth: AuthService;
  userInfo: UserInfoService;
  /** `permission.enabled`. Without it everything is allowed, which is for the service to say. */
  isEnabled: boolean;
}): PermissionsService {
  const { permissions, policies, auth, userInfo, isEnabled } = options;

  async function decide(
    asked: { permission: Permission }[],
    given: PermissionsServiceRequestOptions | undefined,
  ): Promise<PolicyDecision[] | undefined> {
    const policy = policies.current();
    if (!isEnabled || !policy || !given || !('credentials' in given)) {
      return undefined;
    }
    const { credentials } = given;
    if (!auth.isPrincipal(credentials, 'user')) return undefined;
    const user = { credentials, info: await userInfo.getUserInfo(credentials) };
    return Promise.all(
      asked.map(({ permission }) => policy.handle({ permission }, user)),
    );
  }

  return {
    async authorize(requests, given) {
      const decisions = await decide(requests, given);
      return decisions?.every(isDefinitive)
        ? (decisions as DefinitivePolicyDecision[])
        : permissions.authorize(requests, given);
    },
    async authorizeConditional(requests, given) {
      const decisions = await decide(requests, given);
      const isUsable = decisions?.every(
        (decision, at) =>
          isDefinitive(decision) || fits(decision, requests[at].permission),
      );
      return isUsable
        ? decisions!
        : permissions.authorizeConditional(requests, given);
    },
  };
}

function isDefinitive(decision: PolicyDecision) {
  return decision.result !== AuthorizeResult.CONDITIONAL;
}

/** The backend says what is wrong with conditions that do not belong to the permission. */
function fits(decision: PolicyDecision, permission: Permission) {
  return (
    isResourcePermission(permission) &&
    'resourceType' in decision &&
    decision.resourceType === permission.resourceType
  );
}
