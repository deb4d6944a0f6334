import { ObjectType } from './objects';

/** A ref as listed: `peeled` is the object behind an annotated tag. */
export interface Ref {
  ref: string;
  sha: string;
  peeled?: string;
}

/** A ref that was read, with the type of the object it names. */
export interface ReadRef {
  ref: string;
  sha: string;
  type: ObjectType;
}

/**
 * `invalidName`: not `refs/<kind>/<name>` by the rules of `git check-ref-format`. `nameConflict`: `a` and `a/b` cannot both exist.
 * `objectMissing`: no such object, or not a commit where a branch needs one.
 */
export type CreateRefOutcome =
  | 'created'
  | 'exists'
  | 'objectMissing'
  | 'invalidName'
  | 'nameConflict';

export type UpdateRefOutcome =
  | 'updated'
  | 'notFastForward'
  | 'missing'
  | 'objectMissing';

export type DeleteRefOutcome = 'deleted' | 'missing';

/** What a push did, or would do, to one ref. `forced`: a branch moved to a commit that does not contain the old one, or an existing tag moved. */
export interface RefChange {
  ref: string;
  before: string | undefined;
  after: string | undefined;
  forced: boolean;
}
