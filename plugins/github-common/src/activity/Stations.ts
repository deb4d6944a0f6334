export type StationId =
  | 'repository'
  | 'registered'
  | 'docs'
  | 'build'
  | 'green';

/** How far a new service has come. */
export interface Stations {
  /** `stuck`: something failed, and nothing moves by itself. */
  state: 'under-way' | 'done' | 'stuck';
  steps: Station[];
  /** When the repository was made, ISO 8601. */
  createdAt?: string;
  /** When the last step came true. */
  doneAt?: string;
}

export interface Station {
  id: StationId;
  /** `none`: this service has none, nothing to wait for. */
  state: 'waiting' | 'running' | 'done' | 'failed' | 'none';
  at?: string;
  /** One line: `first build of main is running`. */
  words: string;
  /** Where to look: an address of GitHub, or a path of the portal that begins with `/`. */
  link?: string;
}
