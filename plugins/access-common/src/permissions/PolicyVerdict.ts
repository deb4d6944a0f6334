import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import type { HeldRole } from './HeldRole';

/** Conditions of one resource type, as a plugin evaluates them. */
export type Conditions = PermissionCriteria<PermissionCondition>;

export type PolicyResult = 'allow' | 'deny' | 'conditional';

/** What one role says to one permission. */
export interface RoleVerdict extends HeldRole {
  /** `silent`: the role has nothing to say to this permission. `refuse`: it denies it to everybody who has the role. */
  says: 'allow' | 'conditional' | 'deny' | 'refuse' | 'silent';
  /** The rule in words, as in 'allow: scaffolder.*'. */
  rule: string;
}

/** The answer of the policy for a person and a permission, and the rules that gave it. */
export interface PolicyVerdict {
  result: PolicyResult;
  /** With `conditional`. */
  conditional?: {
    pluginId: string;
    resourceType: string;
    conditions: Conditions;
  };
  /** One for each role that the person has, in the order in which they count. */
  verdicts: RoleVerdict[];
}
