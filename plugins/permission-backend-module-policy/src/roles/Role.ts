import type { Conditions, RoleSource } from '@callboard/plugin-access-common';

/** What a role can start from. */
export type BaseRole = 'admin' | 'developer' | 'viewer';

/** What somebody may do who has it. */
export interface Role {
  name: string;
  builtIn: boolean;
  extends?: BaseRole;
  /** Names of permissions, or prefixes with `*` behind them. */
  allow: string[];
  deny: string[];
  /** On entities of the catalog, with `$currentUser` and `$ownerRefs` not yet filled in. */
  conditions?: Conditions;
}

/** That a user or a group has a role. */
export interface RoleGrant {
  role: string;
  /** A full reference of a user or a group, in lower case. */
  member: string;
  source: RoleSource;
}

/** All roles, and who has them by the configuration. */
export interface RoleSet {
  /** References that a guest may sign in as, in lower case. */
  guests: ReadonlySet<string>;
  /** By name: the three built-in ones first. */
  roles: ReadonlyMap<string, Role>;
  grants: RoleGrant[];
  /** Of whoever has no other. */
  defaultRole: string;
}
