import type {
  HeldPlan,
  OrganisationStatus,
} from '@callboard/plugin-github-common';
import type { Lacks } from './owners/Lacks';
import type { PeopleEvent } from './events/PeopleEvent';

/** What people and teams add to the status of an organisation. */
export type PeopleStatus = Pick<
  OrganisationStatus,
  'host' | 'organisation' | 'lastPeopleAt' | 'problem' | 'held'
>;

/** A team that may write to a repository. */
export interface TeamAccess {
  slug: string;
  permission: 'admin' | 'maintain' | 'write';
}

/** What a look at the repositories of an organisation tells of its people on the way. */
export interface Notice {
  host: string;
  organisation: string;
  /** See `GithubRepositories.newest`. Undefined: GitHub did not tell. */
  fingerprint?: string;
  /** When that was asked. */
  at: Date;
  /** How often it is asked, in milliseconds; undefined: nobody knows, and then no read is spared. */
  everyMs?: number;
}

/** Keeps the catalog's users and groups as GitHub has its people and teams. */
export interface People {
  /**
   * Takes a webhook's word that somebody or some team may have changed, and asks GitHub, once however many say so. Resolves before that;
   * what goes wrong is logged, and made good by the next scheduled run. Events of organisations that no source reads are ignored.
   */
  onEvent(event: PeopleEvent): Promise<void>;
  /**
   * Takes the fingerprint of an organisation's people and teams. As long as it stays, scheduled runs ask GitHub nothing; where it has changed
   * they are read at once. Resolves once it is kept, before that; what goes wrong is logged.
   */
  noticed(notice: Notice): Promise<void>;
  status(): Promise<PeopleStatus[]>;
  /**
   * Carries out a held plan. GitHub is asked again, and whom it has stays. A `NotFoundError` where there is none of this id any more; a
   * `ServiceUnavailableError`, with nobody removed, where GitHub does not answer now.
   */
  accept(options: { planId: string; by: string }): Promise<HeldPlan>;
  /** Reads an organisation anew, now. Does nothing for one that no source reads. `reason` goes to the log. */
  reconcile(options: {
    host: string;
    organisation: string;
    reason: string;
  }): Promise<void>;
  /**
   * The teams that may write to each repository of an owner, by the repository's name: best permission first, then the team with the
   * fewest repositories. Asked for at most once a day, and after GitHub has told of a change. Empty for an owner that is no organisation.
   */
  teamsOf(options: {
    host: string;
    owner: string;
  }): Promise<Map<string, TeamAccess[]>>;
  /** What is known of teams and people, as it was when `ownersVersion` last resolved. */
  lacks: Lacks;
  /** Brings up to date what `lacks` says of a host. Changes where a team or a person has come or gone. */
  ownersVersion(options: { host: string }): Promise<string>;
  /** Resolves when nothing is left to do. For tests and an orderly end. */
  settled(): Promise<void>;
}
