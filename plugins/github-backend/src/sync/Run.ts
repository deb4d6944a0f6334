import type { OrganisationState } from '../store/OrganisationStore';
import type { MirrorContext } from './MirrorContext';
import type { Wishes } from './wishesOf';

/** What a run of one organisation works with. */
export interface Run {
  context: MirrorContext;
  host: string;
  organisation: string;
  /** Before the run; undefined: never mirrored. */
  state?: OrganisationState;
  wishes: Wishes;
  /** Prolongs the right to run; throws a `ConflictError` where another has taken it. */
  keep(): Promise<void>;
  signal?: AbortSignal;
}
