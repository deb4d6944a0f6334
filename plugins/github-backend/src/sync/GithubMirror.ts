import type {
  HeldPlan,
  OrganisationStatus,
} from '@callboard/plugin-github-common';
import type { RepositoryHint } from './RepositoryHint';

/** Keeps what GitHub has, and tells the catalog. One per process; with several replicas the database and leases share the work. */
export interface GithubMirror {
  /**
   * Queues questions, one per repository however many hints there are, and begins to work them off. Resolves once they are safe in the
   * database.
   */
  hint(hints: RepositoryHint[]): Promise<void>;
  /** A gap is suspected: the organisation's next run is a full one, begun at once. `reason` goes to the log. */
  reconcile(options: {
    host: string;
    organisation: string;
    reason: string;
  }): Promise<void>;
  /** Without people, which have their own. */
  status(): Promise<OrganisationStatus[]>;
  /** Lets a held plan be carried out as it is; a `NotFoundError` where there is none of this id any more. */
  accept(options: { planId: string; by: string }): Promise<HeldPlan>;
  /** Organisations that are mirrored now, also those of Apps without a named one. */
  organisations(): Promise<{ host: string; organisation: string }[]>;
}
