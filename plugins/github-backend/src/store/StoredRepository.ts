import type { Stamp } from '../inferred/withStamp';
import type { KnownRepository } from './MirrorView';

/** A repository as the store has it, with what only the sync needs. */
export interface StoredRepository {
  repository: KnownRepository;
  /** The head at which each pattern was last matched, by `REF:PATTERN`. */
  matched: Record<string, string>;
  /** Of everything but times. */
  contentHash: string;
  /** The catalog may not have been told of the latest yet. */
  pending: boolean;
  given: GivenEntity[];
}

/** An entity that the catalog was given. */
export interface GivenEntity {
  provider: string;
  entityRef: string;
  locationKey?: string;
  /** Of the deferred entity, without its stamp. */
  hash: string;
  /** Of an inferred entity. */
  stamp?: Stamp;
}
