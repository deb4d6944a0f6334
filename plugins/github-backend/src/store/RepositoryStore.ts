import type { GivenEntity, StoredRepository } from './StoredRepository';

/** A repository as it is to be written; see `StoredRepository`. */
export interface WrittenRepository
  extends Pick<StoredRepository, 'repository' | 'matched'> {
  /** `contentHashOf` the repository. */
  contentHash: string;
}

export interface Contested {
  entityRef: string;
  host: string;
  owner: string;
  id: string;
  databaseId: number;
}

/** Repositories, their files, and what the catalog was given for them. All by node ids. */
export interface RepositoryStore {
  /** Without texts of files, unless asked for. */
  byIds(options: {
    host: string;
    ids: string[];
    withTexts?: boolean;
  }): Promise<Map<string, StoredRepository>>;
  /** Without texts. With several of one name, after a name was given anew, the one that was seen last. */
  byName(options: {
    host: string;
    owner: string;
    name: string;
  }): Promise<StoredRepository | undefined>;
  /** Ids of those of an owner of which the catalog may not have been told. */
  pending(options: { host: string; owner: string }): Promise<string[]>;
  /** References of some entities that the catalog was given for an owner. */
  sampleGiven(options: {
    host: string;
    owner: string;
    limit: number;
  }): Promise<string[]>;
  /** What the catalog was given for an owner through one provider. */
  givenBy(options: {
    host: string;
    owner: string;
    providerName: string;
  }): Promise<{ id: string; entityRef: string }[]>;
  /** Of an owner. */
  ids(options: {
    host: string;
    owner: string;
  }): Promise<{ id: string; name: string; seenAt: string }[]>;
  /** Of an owner: all, and those of which the catalog has entities. */
  count(options: {
    host: string;
    owner: string;
  }): Promise<{ known: number; mirrored: number }>;
  /** How many of an owner have a descriptor. */
  described(options: { host: string; owner: string }): Promise<number>;
  /** Repositories for which the catalog was given one of these entities. */
  holders(options: {
    entityRefs: string[];
  }): Promise<
    { entityRef: string; host: string; id: string; databaseId: number }[]
  >;
  /** Repositories of any owner that have an entity of this kind which one of this owner has as well. */
  contested(options: {
    host: string;
    owner: string;
    /** `component` */
    kind: string;
  }): Promise<Contested[]>;
  /** The catalog is to be told of them once more. */
  remind(options: { host: string; ids: string[] }): Promise<void>;
  /**
   * Writes what is known now, as pending. What has been seen later, by another replica, stays. Files that are not named any more go, and
   * one without its text keeps the one that is stored.
   */
  write(changes: WrittenRepository[]): Promise<void>;
  /**
   * The catalog has been told of what is known since `seenAt`: replaces what it was given for these repositories. One that another replica
   * has seen since then is to be told of once more.
   */
  told(
    what: { host: string; id: string; seenAt: string; given: GivenEntity[] }[],
  ): Promise<void>;
  /** They were asked about, and nothing has changed. */
  seen(options: { host: string; ids: string[]; at: string }): Promise<void>;
  /** Forgets repositories and what was given for them. */
  forget(options: { host: string; ids: string[] }): Promise<void>;
}
