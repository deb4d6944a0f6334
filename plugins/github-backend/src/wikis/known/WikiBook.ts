import type { WikiAddress } from '../readWikiUrl';

/** What is known of a wiki. */
export interface KnownWiki {
  /** The last commit; undefined where there are no pages. */
  head?: string;
  checkedAt: Date;
}

/**
 * Remembers which wikis have pages: GitHub says of a repository only that it may have a wiki, so each is looked at once. In the database, and
 * in memory, since entities are made without waiting.
 */
export interface WikiBook {
  /** Undefined: nobody has looked yet. */
  find(wiki: WikiAddress): KnownWiki | undefined;
  record(known: { wiki: WikiAddress; head?: string }): Promise<void>;
  /** Learns what other replicas have found. */
  load(): Promise<void>;
}
