/** That something may have changed at GitHub. The mirror asks GitHub what is true; a hint's own facts are never taken for it. */
export interface RepositoryHint {
  host: string;
  owner: string;
  /** As it is called now, as far as the sender knows. */
  name: string;
  /** GraphQL's node id, where it is known: it finds a repository that has been renamed since. */
  repositoryId?: string;
  reason:
    | 'push'
    | 'repository'
    | 'installation'
    | 'missed-delivery'
    | 'pre-receive'
    | 'operator';
  /**
   * Set where the sender says that it has gone: deleted, transferred away, taken from the installation. Only then is GitHub's "not found"
   * taken for it; without it a repository that is not found is suspected, and a full run decides.
   */
  saysGone?: boolean;
  /** When it happened at GitHub, ISO 8601, for the lag. */
  happenedAt?: string;
  /** The commit that the default branch should have: asked for again until it does, or `until` has passed. */
  commit?: string;
  /** ISO 8601. */
  until?: string;
}
