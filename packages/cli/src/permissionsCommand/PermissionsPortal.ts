import type {
  Explanation,
  ExplainRequest,
  KnownPermission,
} from '@callboard/plugin-access-common';

/** What becomes of the link for the first administrator. */
export type LinkOutcome =
  | { outcome: 'made'; token: string; expiresAt: string }
  | { outcome: 'taken'; administrators: { member: string; role: string }[] };

/** The portal that runs, for permissions. All throw a `ProblemsError` that says what to do. */
export interface PermissionsPortal {
  explain(question: ExplainRequest): Promise<Explanation>;
  list(): Promise<{ items: KnownPermission[] }>;
  /** Whether the portal has an administrator, without a change to any link. */
  administratorState(): Promise<{ outcome: 'open' | 'taken' }>;
  /** A new link, where the portal has no administrator; the one before is good no more. */
  administratorLink(): Promise<LinkOutcome>;
}
