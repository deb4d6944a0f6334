/** How far the mirror of an organisation is. Times are ISO 8601. */
export interface OrganisationState {
  host: string;
  /** As GitHub spells it. */
  organisation: string;
  /** The App through which it was found, where no source names it. */
  app?: number;
  lastFullAt?: string;
  /** The last full run that GitHub did not answer in full, until one is. */
  fullTriedAt?: string;
  lastIncrementalAt?: string;
  /** GitHub's time of the newest push and change that are known. */
  pushedCursor?: string;
  updatedCursor?: string;
  /** Of what the last full run asked for, and gave. */
  settingsHash?: string;
  /** How many repositories GitHub counted more than were known after the last full run; negative while removals are held. */
  uncounted?: number;
  /** The id of the credential that the last full run spoke as. */
  credential?: string;
  /** Somebody has registered a repository without a descriptor by its URL, so hints are asked for although inference is off. */
  registeredAt?: string;
  /** Why a full run is due, in words. */
  gap?: string;
  /** Of the last run, if it failed. */
  problem?: { at: string; message: string; remedy?: string };
}

/** Organisations that are mirrored, and leases on them. Logins are found whatever their case. */
export interface OrganisationStore {
  get(options: {
    host: string;
    organisation: string;
  }): Promise<OrganisationState | undefined>;
  list(): Promise<OrganisationState[]>;
  /** Changes what is named; `null` empties. Makes the row where there is none. */
  set(options: {
    host: string;
    organisation: string;
    values: {
      [K in Exclude<keyof OrganisationState, 'host' | 'organisation'>]?:
        | OrganisationState[K]
        | null;
    };
  }): Promise<void>;
  forget(options: { host: string; organisation: string }): Promise<void>;
  /** Takes or prolongs the right to run. False: another has it. */
  lease(options: {
    host: string;
    organisation: string;
    holder: string;
    forMs: number;
  }): Promise<boolean>;
  release(options: {
    host: string;
    organisation: string;
    holder: string;
  }): Promise<void>;
  /**
   * Counts removals because of events, in windows of `windowMs`; the sum of the current window with these.
   */
  countRemovals(options: {
    host: string;
    organisation: string;
    count: number;
    windowMs: number;
  }): Promise<number>;
}
