/** One repository whose wiki could be brought into `docs/`. */
export interface WikiDocsItem {
  /** `acme/shop`. */
  repository: string;
  url: string;
  /** `left-out`: there is nothing to bring, or it must not be; `reason` says why. */
  state: 'ready' | 'left-out';
  reason?: string;
  /** Whether it has a wiki with pages, as far as was looked: one that is left out for something else may have none. */
  hasWiki: boolean;
}

/** What `POST /api/github/wikis/plan` answers. Nothing has been changed. */
export interface WikiDocsPlan {
  host: string;
  organisation: string;
  items: WikiDocsItem[];
  /** What GitHub left out, for people. */
  problems: string[];
}

/** What `POST /api/github/wikis/pull-requests` answers for one repository. Asked twice it finds what it has done before. */
export type WikiDocsOutcome =
  | { status: 'pull-request'; url: string }
  | { status: 'skipped'; reason: string; url?: string }
  /** A limit of GitHub's: ask again at `until`, ISO 8601. */
  | { status: 'waits'; until: string; reason: string }
  | { status: 'failed'; reason: string };
