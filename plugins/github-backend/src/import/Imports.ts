import type { ImportMode, ImportRun } from '@callboard/plugin-github-common';

/** Bringing an organisation's repositories into the catalog: plan, apply, pause, go on. */
export interface Imports {
  /**
   * Begins a plan; `GET` shows when it is there. An `InputError` where the host is not a configured GitHub, or there are several and none was
   * named.
   */
  plan(options: {
    host?: string;
    organisation: string;
    by: string;
  }): Promise<ImportRun>;
  /** Newest first, without items. */
  list(): Promise<ImportRun[]>;
  /** A `NotFoundError` where there is none. */
  get(options: { id: string; items?: boolean }): Promise<ImportRun>;
  /**
   * Applies a plan, or goes on with one that was paused, failed or is done. An `InputError` names the repositories that are not in the plan
   * or of which nothing can be made; a `ConflictError` where a run of the organisation is under way.
   */
  apply(options: {
    id: string;
    mode: ImportMode;
    /** `acme/shop`; undefined: all that can be applied, or what was chosen before. */
    repositories?: string[];
  }): Promise<ImportRun>;
  /** Stops after the repository that is under way. A `ConflictError` where nothing runs. */
  pause(options: { id: string; by: string }): Promise<ImportRun>;
}
