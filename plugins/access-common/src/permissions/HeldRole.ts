/** Where it stands that somebody has a role. */
export type RoleSource =
  /** The key of the configuration. */
  | { type: 'config'; key: string }
  /** On the screen or by a command. */
  | { type: 'assigned'; by: string; at: string }
  /** Nothing else applies: `permission.callboard.defaultRole`. */
  | { type: 'default'; key: string }
  /** Signed in as the guest. */
  | { type: 'guest' };

/** A role of one person, and why the person has it. */
export interface HeldRole {
  role: string;
  source: RoleSource;
  /** The reference that has the role: the person, or a group of the person. */
  member: string;
}
