import type { Person } from '../Person';
import type { Team } from '../Team';

/** An organisation's people and teams at one moment. */
export interface PeopleRead {
  /** As GitHub spells it. */
  login: string;
  people: Person[];
  teams: Team[];
  /**
   * Node ids of people of whom GitHub held something back: good enough for somebody who is new, nothing to change a known one by.
   */
  doubtful: Set<string>;
  /** False where GitHub left parts out, even in small pages. That somebody is not there then means nothing. */
  isComplete: boolean;
  /** The same for people from outside; true where nobody asked. */
  isOutsideComplete: boolean;
  /** What GitHub said, for people. */
  problems: string[];
  /** False where the credential is a token of somebody who does not belong there, and so sees what is public. */
  seesAll: boolean;
}

/** What is true of one person or one team. */
export type Known<T> =
  | { state: 'there'; value: T }
  /** GitHub says so, to a credential that sees all of the organisation. */
  | { state: 'gone' }
  /** The answer did not say. */
  | { state: 'unknown'; reason: string };

/** Answers of GitHub about some, by lower-case login and slug. */
export interface SomeRead {
  people: Map<string, Known<Person>>;
  teams: Map<string, Known<Team>>;
}

/** What all reads of an organisation need. */
export interface ReadSettings {
  host: string;
  organisation: string;
  /** The largest pages; GitHub's own limit is 100. */
  pageSizes: { people: number; teams: number; teamMembers: number };
  /** Whether to ask when somebody was suspended; only a GitHub Enterprise Server knows. */
  suspended: boolean;
  outsideCollaborators: boolean;
}
