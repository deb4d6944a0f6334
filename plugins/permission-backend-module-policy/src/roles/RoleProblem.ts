/** Something that is wrong with the roles in the configuration. */
export interface RoleProblem {
  /** The key, as in `permission.callboard.roles.auditor.members[0]`. */
  key: string;
  /** What is wrong with it, as in 'is "jane", which is not ...'. */
  problem: string;
  /** What to write instead. */
  remedy: string;
}
