import type { RepositoryRead } from './RepositoryRead';

/** What is asked of each repository beside itself. */
export interface Wanted {
  /** `HEAD:catalog-info.yaml`; exact paths, no wildcards. */
  files: string[];
  /** Whether `hints` are asked for. */
  hints: boolean;
  /** Whether `hints` say whether there is a README. @defaultValue false */
  readme?: boolean;
}

export interface PageRead {
  repositories: RepositoryRead[];
  /** Undefined: there is no next page. */
  next?: string;
  /** Of the owner; undefined where the answer lacks it. */
  totalCount?: number;
  /**
   * False where GitHub left parts out, even after pages were made smaller. What is there may be added; that something is not there means
   * nothing.
   */
  complete: boolean;
  /** What GitHub said, for people. */
  problems: string[];
  /**
   * Single repositories, and parts of them, that GitHub lists and lets this credential not read, for people. They are not gone, and say nothing
   * of the others: a page that is complete but for them is complete.
   */
  refused: string[];
}

/** What became of a repository that was asked for by its id or name. */
export type LookUp =
  | { state: 'found'; repository: RepositoryRead }
  /** GitHub says so, and nothing else went wrong: deleted, or this credential may not see it. */
  | { state: 'not-found' }
  /** The answer did not say. `isRefused`: since this credential may not read just this one; asking again will not help. */
  | { state: 'unknown'; reason: string; isRefused?: boolean };

/**
 * Asks GitHub for repositories, in as few requests as it can bear: pages of up to 100 that shrink when GitHub runs into its wall of 10
 * seconds, its limits on resources, or leaves parts out, and grow again. Throws Octokit's errors, and `BudgetError`s of the shared budget.
 */
export interface GithubRepositories {
  /**
   * A page of an owner's own repositories, perhaps a shorter one than was asked for. `order` of `name` is for all of them; the others begin
   * with the newest. Throws `NotFoundError` or `NotAllowedError` where there is no such owner for this credential, never an empty page.
   */
  page(options: {
    host: string;
    owner: string;
    order: 'name' | 'pushed' | 'updated';
    after?: string;
    wanted: Wanted;
    /** The most; @defaultValue 100 */
    size?: number;
    /** As with `newest`. @defaultValue false */
    people?: boolean;
    signal?: AbortSignal;
  }): Promise<PageRead & { peopleFingerprint?: string }>;
  /**
   * The newest repositories by push and by change and how many there are, of one owner, in one request. The same page sizes for both
   * orders. With `people` the same request tells of people and teams: `peopleFingerprint` is a hash that changes with how many members
   * there are and with the teams, what they say of themselves and how many are in each; undefined where the answer does not have all of
   * that, or there are more than 100 teams. What is wrong with it says nothing of the repositories.
   */
  newest(options: {
    host: string;
    owner: string;
    wanted: Wanted;
    size: number;
    people?: boolean;
    signal?: AbortSignal;
  }): Promise<{
    byPush: PageRead;
    byUpdate: PageRead;
    totalCount?: number;
    peopleFingerprint?: string;
  }>;
  /** By node id, or where that is not known by owner and name; up to 50 in a request, answers in the order of `which`. */
  lookUp(options: {
    host: string;
    /** All of one owner, since the credential is that owner's. */
    owner: string;
    which: ({ id: string } | { name: string })[];
    wanted: Wanted;
    signal?: AbortSignal;
  }): Promise<LookUp[]>;
  /**
   * The paths of all files of a commit (one request, or a few where the tree is too large for one) and, of those that match, their texts.
   * For wildcards. `complete` is false where GitHub cut the tree off or a text could not be read.
   */
  matching(options: {
    host: string;
    owner: string;
    name: string;
    oid: string;
    /** Glob patterns, as in stock. */
    patterns: string[];
    signal?: AbortSignal;
  }): Promise<{
    files: { path: string; oid: string; text: string }[];
    complete: boolean;
  }>;
}
