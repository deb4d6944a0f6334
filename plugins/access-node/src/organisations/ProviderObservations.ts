import type {
  ObservedNotice,
  ObservedPeople,
  ObservedSync,
} from './ObservedSync';

/** One mutation of a provider, as the catalog has carried it out. */
export interface ObservedMutation {
  providerName: string;
  startedAt: Date;
  endedAt: Date;
  people: ObservedPeople;
}

/** A line of the log that belongs to a task. Secrets are masked already. */
export interface ObservedLine extends ObservedNotice {
  /** `LdapOrgEntityProvider:default:refresh` */
  taskId: string;
}

/** What a catalog can tell of the people in it, on every replica. */
export interface PeopleInCatalog {
  /** How many there are of one provider. */
  countOf(providerName: string): { users: number; groups: number };
  /** Users and groups that processing left with an error, at most 500 over all providers. */
  invalid(): Promise<InvalidPerson[]>;
}

export interface InvalidPerson {
  providerName: string;
  entityRef: string;
  /** The first error, as the catalog has it. */
  message: string;
}

/**
 * Where those meet who know a part of how users and groups come into the catalog: the scheduler of the catalog, the catalog and the log
 * report, and somebody writes down. In this process only: a task runs on one replica, which sees all of it.
 */
export interface ProviderObservations {
  /** Runs a task. What the provider does and logs meanwhile is one sync. */
  run(options: { taskId: string; run: () => Promise<void> }): Promise<void>;
  mutated(mutation: ObservedMutation): void;
  logged(line: ObservedLine): void;
  /** What was reported before the first subscription is handed over at once, the last 100 of it. Returns what ends it. */
  subscribe(listener: (sync: ObservedSync) => void): () => void;
  /** Called by the catalog, once. */
  openCatalog(catalog: PeopleInCatalog): void;
  /** Undefined until there is one, and with a catalog that does not tell. */
  catalog(): PeopleInCatalog | undefined;
}
