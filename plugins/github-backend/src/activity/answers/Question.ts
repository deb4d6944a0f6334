import type { Lack } from '@callboard/plugin-github-common';

/** A repository, or an owner as a whole, that GitHub is asked about. */
export interface Place {
  /** As the configuration has it: `github.com`, `localhost:7008`. */
  host: string;
  /** As it was found; GitHub does not mind the case. */
  owner: string;
  name: string;
  /** In lower case: `acme/shop`; `acme/*` of the owner. */
  key: string;
  /** Decides the credential: `https://github.com/acme/shop`. */
  url: string;
}

/** What events may tell of. `run:812` besides. */
export type Topic =
  | 'repository'
  | 'runs'
  | 'run-lists'
  | 'workflows'
  /** What is on the default branch. */
  | 'code'
  | 'branches'
  | 'pulls'
  | 'checks'
  | 'releases'
  | 'alerts:dependabot'
  | 'alerts:code'
  | 'alerts:secrets'
  | `run:${number}`;

/** One thing to know from GitHub, and how long an answer may be taken for true. */
export interface Question<T> {
  place: Place;
  /** Names it within the place: `runs`, `run:812`. At most 200 characters. */
  what: string;
  /** Events of these make an answer outdated. */
  topics: Topic[];
  /** GitHub's events that tell of every change; where all of them arrive, answers stay true until one does. */
  events: string[];
  /** Otherwise, in milliseconds. */
  freshForMs: number;
  /** Throws Octokit's errors. A 403 counts as refused; a 404 as absent where `absentWhenMissing` says what that means. */
  load(previous?: { etag?: string; value: T }): Promise<Loaded<T>>;
  absentWhenMissing?: string;
  /** A shorter time for some values, such as a run that is not over; undefined for the usual one. */
  freshForValue?(value: T): number | undefined;
}

export type Loaded<T> =
  /** GitHub has nothing new since the ETag. */
  | { state: 'same' }
  | { state: 'answered'; value: T; etag?: string; lacks?: Lack[] }
  | { state: 'absent'; reason: string }
  | { state: 'refused'; reason: string; lack?: Lack };
