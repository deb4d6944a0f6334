import type { UserToken } from './readUserToken';

/** Who had a token that was honoured. Times in seconds since 1970, as tokens have them. */
export interface SeenPerson {
  userEntityRef: string;
  /** When a token of this person was last honoured. */
  lastSeenAt: number;
  /** The latest time at which a token of this person was issued, by the clock of the replica that issued it. */
  lastIssuedAt: number;
  /** When the last token of this person expires, by the same clock. */
  expiresAt: number;
}

/** Notes in memory whose tokens are honoured, until the access plugin writes it down. */
export interface SeenPeople {
  record(token: UserToken): void;
  /** What was noted since the last call, one entry per person. */
  take(): SeenPerson[];
  /** Takes back what could not be written down, for the next `take`. */
  putBack(people: SeenPerson[]): void;
}
