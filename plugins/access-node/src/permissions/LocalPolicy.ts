import type {
  BackstageCredentials,
  BackstageUserInfo,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type {
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';

/** A policy of Backstage, asked about people who are signed in. */
export interface LocalPolicy {
  handle(
    query: { permission: Permission },
    user: {
      credentials: BackstageCredentials<BackstageUserPrincipal>;
      info: BackstageUserInfo;
    },
  ): Promise<PolicyDecision>;
}

/** Where the permission backend's policy makes itself known to the plugins of its process. Empty where another policy is loaded. */
export interface LocalPolicies {
  current(): LocalPolicy | undefined;
  set(policy: LocalPolicy): void;
}
