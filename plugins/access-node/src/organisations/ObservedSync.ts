/** What one provider of the catalog did in one run of its task, or of its own accord. */
export interface ObservedSync {
  /** As `EntityProvider.getProviderName` has it: `LdapOrgEntityProvider:default`. */
  providerName: string;
  startedAt: Date;
  endedAt: Date;
  /** A run of a scheduled task, whoever triggered it; or anything else, such as an event. */
  by: 'schedule' | 'event';
  /** `failed`: the run ended, and the provider gave the catalog nothing. */
  outcome: 'read' | 'failed';
  /** What the provider logged as an error, as the log has it. Undefined where nobody hands over the lines of the log. */
  error?: string;
  /** What it did to users and groups. Undefined when it failed. */
  people?: ObservedPeople;
  /** What it logged as a warning, or as left out. At most 50. */
  notices: ObservedNotice[];
}

/** What mutations did to users and groups. References are full and lower case: `user:default/grace`. */
export interface ObservedPeople {
  /** Of this provider in the catalog, afterwards. */
  users: number;
  groups: number;
  added: string[];
  changed: string[];
  removed: string[];
  /** Given by the provider, but not taken: another source has the name. */
  conflicts: string[];
}

export interface ObservedNotice {
  level: 'error' | 'warn' | 'info';
  message: string;
}
