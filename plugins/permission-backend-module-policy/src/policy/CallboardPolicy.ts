import {
  AuthorizeResult,
  type Permission,
  type PolicyDecision,
  isPermission,
  isReadPermission,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import { taskReadPermission } from '@backstage/plugin-scaffolder-common/alpha';
import { normalizeRef } from '../principals/normalizeRef';
import { isInsiderPermission } from './insiderPermissions';
import { isOperatorPermission } from './operatorPermissions';

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * The policy of the portal: nobody without an identity gets anything, a guest reads, a signed-in user works, an
 * administrator operates.
 *
 * References are full entity references; they are compared without regard to case.
 */
export class CallboardPolicy implements PermissionPolicy {
  readonly #guests: ReadonlySet<string>;
  readonly #admins: ReadonlySet<string>;

  constructor(options: { guests: Iterable<string>; admins: Iterable<string> }) {
    this.#guests = new Set(Array.from(options.guests, normalizeRef));
    this.#admins = new Set(Array.from(options.admins, normalizeRef));
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return DENY;
    }
    // Before the administrators: membership of a group must not lift a guest.
    if (this.#guests.has(normalizeRef(user.info.userEntityRef))) {
      return decideForGuest(request.permission, user.info.userEntityRef);
    }
    if (isOperatorPermission(request.permission.name)) {
      return this.#isAdmin(user) ? ALLOW : DENY;
    }
    return ALLOW;
  }

  #isAdmin({ info }: PolicyQueryUser): boolean {
    return [info.userEntityRef, ...info.ownershipEntityRefs].some(ref =>
      this.#admins.has(normalizeRef(ref)),
    );
  }
}

function decideForGuest(permission: Permission, guest: string): PolicyDecision {
  if (
    !isReadPermission(permission) ||
    isOperatorPermission(permission.name) ||
    isInsiderPermission(permission.name)
  ) {
    return DENY;
  }
  // What others typed into a template, and the log of what was done with it, is not for a guest.
  if (isPermission(permission, taskReadPermission)) {
    return createScaffolderTaskConditionalDecision(
      permission,
      scaffolderTaskConditions.isTaskOwner({ createdBy: [guest] }),
    );
  }
  return ALLOW;
}
