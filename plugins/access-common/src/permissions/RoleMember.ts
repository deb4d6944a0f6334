/** A role that an operator has given to a user or a group on the screen, as the database has it. */
export interface RoleMember {
  role: string;
  /** A full reference of a user or a group, in lower case. */
  member: string;
  /** Who gave it: an entity reference, or `service:NAME`. */
  assignedBy: string;
  /** ISO 8601. */
  assignedAt: string;
}
