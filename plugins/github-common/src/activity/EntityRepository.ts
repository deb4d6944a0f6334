import type { Lack } from './Answer';

/** The repository of an entity, and what the person who asks may see and do there. */
export interface EntityRepository {
  /** As the portal knows it: `github.com`, `localhost:7008`. */
  host: string;
  owner: string;
  name: string;
  /** Its page: `https://github.com/acme/shop`. */
  url: string;
  visibility: 'public' | 'internal' | 'private';
  defaultBranch: string;
  isArchived: boolean;
  may: EntityRights;
  /** The credential that the portal asks with. */
  served: { credentialId: string; title: string };
  /** When GitHub last told of a change here by itself, ISO 8601; undefined: never, so answers have an age. */
  heardAt?: string;
}

/** Undefined `why...`: allowed. Otherwise one sentence that says who may, or what to do. */
export interface EntityRights {
  /** To re-run, cancel and dispatch. */
  run: boolean;
  whyNotRun?: string;
  /** To see security alerts. */
  alerts: boolean;
  whyNotAlerts?: string;
  /** To read logs. */
  logs: boolean;
  whyNotLogs?: string;
}

/**
 * What `GET .../repository` answers. Refused: the descriptor names a repository that it may not speak for, or that the portal cannot read;
 * the other routes of the entity then answer `refused` with the same words.
 */
export type EntityRepositoryAnswer =
  | { state: 'found'; repository: EntityRepository }
  | {
      state: 'refused';
      /** `foreign`: the descriptor lies elsewhere. `unseen`: no credential reads it. `unnamed`: no, or no readable, slug. */
      reason: 'foreign' | 'unseen' | 'unnamed';
      words: string;
      remedy: string;
      lack?: Lack;
    };
