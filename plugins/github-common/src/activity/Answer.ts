/**
 * What the portal knows about one question to GitHub. `answered` has the value; `refused` says that GitHub would not tell, and what to grant;
 * `absent` that there is no such thing there: alerts are switched off, nothing was ever analysed. Times are ISO 8601.
 */
export type Answer<T> =
  | {
      state: 'answered';
      value: T;
      /** When GitHub said so; what an event brought counts as said at its time. */
      askedAt: string;
      /** `events`: GitHub tells of each change, so the value is true now. `asked`: true when it was asked. */
      fresh: 'events' | 'asked';
      /** The value is of `askedAt`, and could not be asked again since. */
      outdated?: Outdated;
      /** Parts that GitHub would not tell. */
      lacks: Lack[];
    }
  | { state: 'refused'; reason: string; lack?: Lack; until?: string }
  | { state: 'absent'; reason: string };

export interface Outdated {
  /** From when on it may be wrong. */
  since: string;
  /** `GitHub's limit is used up`. */
  reason: string;
  /** When it is asked again at the earliest. */
  until?: string;
}

/** A permission that the portal's credential has not. */
export interface Lack {
  /** GitHub's key: `vulnerability_alerts`. Of a classic token its scope: `repo`. */
  permission: string;
  /** GitHub's words: `Dependabot alerts`. */
  title: string;
  level: 'read' | 'write' | 'admin';
  /** What the credential is that lacks it. */
  kind: 'app' | 'fine-grained' | 'classic';
  /** One sentence: `App Callboard has no permission "Dependabot alerts: read" in acme.` */
  words: string;
  /** The page on which it is granted, with what the link says. */
  link?: string;
  linkTitle?: string;
  /** Who can grant it: `an owner of acme`. */
  whom: string;
}
