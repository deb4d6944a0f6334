/** Users and groups that other systems bring into the catalog; `GET /api/access/organisations` answers with it. Times are ISO 8601. */
export interface OrganisationData {
  /** Those of the configuration first, in its order. */
  sources: PeopleSource[];
  /** Whether the caller may have a source read now. */
  mayManage: boolean;
}

/** Where users and groups come from. */
export interface PeopleSource {
  /** The name of its provider in the catalog: `LdapOrgEntityProvider:default`. */
  id: string;
  kind: 'github' | 'gitlab' | 'microsoft' | 'keycloak' | 'ldap' | 'other';
  /** `LDAP directory ldaps://ldap.example.com` */
  title: string;
  /** Where the configuration has it; undefined of one that it does not name (any more). */
  configKey?: string;
  /** In the catalog now. Undefined where nobody could tell yet. */
  users?: number;
  groups?: number;
  /** Its task in the scheduler. Undefined where the scheduler does not know it, or could not be asked. */
  schedule?: PeopleSchedule;
  /** When users and groups were last read with success. */
  lastReadAt?: string;
  /** The newest, whatever came of it. */
  lastSync?: PeopleSync;
  /** The newest that changed users or groups. */
  lastChange?: PeopleSync;
  /** The newest 20, newest first. */
  syncs: PeopleSync[];
  /** Users and groups that the catalog left out with an error: at most 50, and how many there are. */
  invalid: { entityRef: string; message: string }[];
  invalidCount: number;
  /** Of a source of GitHub: how each of its organisations does. */
  organisations?: PeopleOrganisation[];
  /** What is wrong, worst first. Empty: nothing. */
  troubles: PeopleTrouble[];
  /** Whether it can be read on request. */
  canSync: boolean;
}

export interface PeopleSchedule {
  /** Between two runs, in milliseconds; undefined of a cron expression, and of one that only runs on request. */
  everyMs?: number;
  nextAt?: string;
  /** Set while it runs. */
  runningSince?: string;
}

/** One reading of a source, or what an event changed. */
export interface PeopleSync {
  id: string;
  startedAt: string;
  endedAt: string;
  by: 'schedule' | 'event';
  /** `failed`: nothing was read, and users and groups stayed as they were. */
  outcome: 'read' | 'failed';
  /** Why it failed, where the source has said it. Without secrets. */
  error?: string;
  /** In the catalog afterwards. */
  users: number;
  groups: number;
  added: PeopleChange;
  changed: PeopleChange;
  removed: PeopleChange;
  /** Left out, since another source has the name. */
  conflicts: PeopleChange;
  /** What the source logged as a warning, as an error that did not stop it, or as left out. */
  notices: { level: 'error' | 'warn' | 'info'; message: string }[];
}

export interface PeopleChange {
  count: number;
  /** Of `count`, how many are users. */
  users: number;
  /** Entity references, users first, at most 50. */
  names: string[];
}

export interface PeopleOrganisation {
  host: string;
  organisation: string;
  lastReadAt?: string;
  problem?: string;
  /** Removals that wait for an operator, who accepts them on the page Connections. */
  held?: { remove: number; of: number; reason: string };
}

/** What is wrong with a source, in words that the page and the doctor share. */
export interface PeopleTrouble {
  kind:
    | 'failed'
    | 'held'
    | 'halved'
    | 'stale'
    | 'nobody'
    | 'partial'
    | 'conflicts'
    | 'invalid';
  severity: 'fail' | 'warn';
  cause: string;
  remedy: string;
}
