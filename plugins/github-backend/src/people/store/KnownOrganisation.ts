import type { OrganisationStatus } from '@callboard/plugin-github-common';
import type { Person } from '../Person';
import type { Team } from '../Team';

/** An organisation by its host and login; GitHub does not tell capital letters apart. */
export interface OrganisationKey {
  host: string;
  organisation: string;
}

/** What is known of reading an organisation. */
export interface KnownOrganisation {
  host: string;
  /** As GitHub spells it. */
  login: string;
  /** When it was last read completely; undefined: never. */
  readAt?: Date;
  /** Whether the credential saw more than is public when it was last read. */
  seesAll: boolean;
  /** The last read that did not succeed, until one does. */
  problem?: OrganisationStatus['problem'];
}

/** People and teams as GitHub last showed them; by login and slug. */
export interface Snapshot {
  people: Person[];
  teams: Team[];
}
