import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import type {
  PolicyVerdict,
  RoleMember,
  RoleRow,
} from '@callboard/plugin-access-common';
import type {
  PolicyExplainer,
  PolicyPerson,
} from '@callboard/plugin-access-node';
import { normalizeRef } from '../principals/normalizeRef';
import { createRoleSet } from '../roles/createRoleSet';
import { patternsOf } from '../roles/patternsOf';
import type { Role, RoleGrant, RoleSet } from '../roles/Role';
import { roleRows } from '../roles/roleRows';
import { decide } from './decide';
import { decideForRole } from './decideForRole';
import { toDecision } from './toDecision';

const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * The policy of the portal: nobody without an identity gets anything, a guest reads, and what a person may do follows from the person's roles.
 *
 * References are full entity references; they are compared without regard to case.
 */
export class CallboardPolicy implements PermissionPolicy, PolicyExplainer {
  readonly #set: RoleSet;
  readonly #members: () => RoleMember[];

  constructor(options: {
    guests: Iterable<string>;
    /** Have the role `admin`. */
    admins: Iterable<string>;
    /** Beside the built-in ones. @defaultValue none */
    roles?: Role[];
    /** Who has which role, beside the administrators. @defaultValue nobody */
    grants?: RoleGrant[];
    /** Of whoever has no other. @defaultValue developer */
    defaultRole?: string;
    /** Who has been given which role outside of the configuration, now. @defaultValue nobody */
    members?: () => RoleMember[];
  }) {
    const { admins, grants = [], members = () => [], ...rest } = options;
    this.#members = members;
    this.#set = createRoleSet({
      ...rest,
      grants: [
        ...Array.from(
          admins,
          (member): RoleGrant => ({
            role: 'admin',
            member,
            source: { type: 'config', key: 'permission.callboard.admins' },
          }),
        ),
        ...grants,
      ],
    });
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return DENY;
    const { permission } = request;
    return toDecision(this.decide({ person: user.info, permission }));
  }

  decide(options: {
    person: PolicyPerson;
    permission: Permission;
  }): PolicyVerdict {
    return decide({ ...options, set: this.#set, assigned: this.#assigned() });
  }

  wouldSay(options: { person: PolicyPerson; permission: Permission }) {
    return [...this.#set.roles.values()].map(role => ({
      role: role.name,
      says: decideForRole({ ...options, role }).says,
    }));
  }

  roles(): RoleRow[] {
    return roleRows({ set: this.#set, assigned: this.#assigned() });
  }

  patterns() {
    return patternsOf(this.#set);
  }

  isGuest(userEntityRef: string): boolean {
    return this.#set.guests.has(normalizeRef(userEntityRef));
  }

  #assigned(): RoleGrant[] {
    return this.#members().map(({ role, member, assignedBy, assignedAt }) => ({
      role,
      member: normalizeRef(member),
      source: { type: 'assigned', by: assignedBy, at: assignedAt },
    }));
  }
}
