/** What every pull request of ours depends on, as GitHub has it now. */
export interface ProposalState {
  nameWithOwner: string;
  isArchived: boolean;
  /** Undefined in an empty repository. */
  head?: { branch: string; oid: string };
  /** Of our branch, where it is there. */
  branch?: { oid: string };
  /** The newest one of our branch. */
  pull?: { url: string; state: 'OPEN' | 'CLOSED' | 'MERGED' };
}
