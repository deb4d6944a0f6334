import type { PolicyResult, PolicyVerdict, RoleVerdict } from './PolicyVerdict';
import type { KnownPermission } from './RolesOverview';

/** Way from a person to a reference that counts: the person, a group, the group's parent, ... */
export type MembershipPath = string[];

/** `POST /api/access/permissions/explain`: why somebody may do something or not. */
export interface Explanation {
  user: string;
  /** Whether the catalog has the user. A guest, for example, it has not. */
  inCatalog: boolean;
  permission: KnownPermission;
  /** The entity that was asked about. */
  entity?: string;
  /** What the policy says, before conditions are looked at. */
  policy: PolicyResult;
  /** The end of it. `conditional` only where no entity was named. */
  result: PolicyResult;
  conditional?: PolicyVerdict['conditional'];
  /** One sentence each: what gave the answer. */
  because: string[];
  roles: (RoleVerdict & { path: MembershipPath })[];
  /** The references that count for this person. */
  ownership: string[];
  /** Groups above those, which do not count. */
  parents: MembershipPath[];
  /** What would turn the answer round, one sentence each. */
  change: string[];
}

/** The body of the question. */
export interface ExplainRequest {
  user: string;
  permission: string;
  entity?: string;
}
