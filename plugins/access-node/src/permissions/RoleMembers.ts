import type { RoleMember } from '@callboard/plugin-access-common';

/**
 * Who has been given a role outside of the configuration, shared by all plugins of a process. The plugin `access` reads it from its database;
 * the permission policy counts it.
 */
export interface RoleMembers {
  /**
   * As last read.
   *
   * @throws ServiceUnavailableError before the first reading, and when the last one is too long ago: a role that takes something away must
   * not be forgotten because a database does not answer.
   */
  current(): RoleMember[];
  /** For the plugin `access`: what its database has now. */
  fill(members: RoleMember[]): void;
}
