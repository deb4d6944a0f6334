import type { RoleSource } from './HeldRole';
import type { Conditions } from './PolicyVerdict';
import type { RoleMember } from './RoleMember';

/** A member of a role, wherever it says so. */
export interface RoleMemberRow {
  /** A full reference of a user or a group. */
  member: string;
  source: RoleSource;
}

/** A role and who has it. */
export interface RoleRow {
  name: string;
  /** One of the three that are always there. */
  builtIn: boolean;
  /** What it means, in one sentence. */
  description: string;
  extends?: string;
  allow: string[];
  deny: string[];
  conditions?: Conditions;
  /** Whoever has no other role has this one. */
  isDefault: boolean;
  members: RoleMemberRow[];
}

/** `GET /api/access/roles`. */
export interface RolesOverview {
  roles: RoleRow[];
  /** Given on the screen, of roles that the configuration does not have (any more). They give nothing until it does. */
  orphaned: RoleMember[];
  /** Names and patterns in the configuration that no installed plugin knows. */
  unknownPermissions: { key: string; name: string }[];
  mayManage: boolean;
}

/** A permission that an installed plugin asks. */
export interface KnownPermission {
  name: string;
  plugin: string;
  /** `create`, `read`, `update`, `delete`, or nothing. */
  action?: string;
  /** Of permissions on a thing, such as `catalog-entity`. */
  resourceType?: string;
}
