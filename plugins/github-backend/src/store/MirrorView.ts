import type { RepositoryRead } from '../github/RepositoryRead';
import type { Lacks } from '../people/owners/Lacks';

/** What the mirror knows of a repository. Times are ISO 8601. */
export interface KnownRepository extends Omit<RepositoryRead, 'files'> {
  host: string;
  /** When GitHub was last asked about it. */
  seenAt: string;
  files: KnownFile[];
  /** References of the entities that the mirror gave to the catalog for it. */
  entityRefs: string[];
}

export interface KnownFile {
  /** `HEAD` or the branch that the configuration names. */
  ref: string;
  path: string;
  state: 'present' | 'absent' | 'unread';
  /** The blob's. */
  oid?: string;
  text?: string;
  /** The head of the branch when this version was first seen, and when that was. */
  commit?: string;
  seenAt: string;
  /** From GitHub's own time of the change to `seenAt`, in milliseconds; undefined where it was there before the first sync. */
  lagMs?: number;
}

/** Read access to what the mirror knows. */
export interface MirrorView {
  /** By a URL inside it, or the repository's own: `https://github.com/acme/shop/blob/main/catalog-info.yaml`. */
  repositoryAt(options: { url: string }): Promise<KnownRepository | undefined>;
  /** All of an owner; without texts of files. */
  repositoriesOf(options: {
    host: string;
    owner: string;
  }): Promise<KnownRepository[]>;
  /** Whether it knows any repository of an owner. */
  isMirrored(options: { host: string; owner: string }): Promise<boolean>;
  /**
   * What a location's target names, exact or with wildcards. `unknown`: the mirror does not hold it, so somebody else has to read it.
   * URLs of the files are as the catalog has them in stock.
   */
  filesAt(options: { target: string }): Promise<FilesAnswer>;
  /**
   * What inference needs besides, of a repository without a descriptor that is registered by its URL: teams that may write to it, best first,
   * and whom its CODEOWNERS may not mean.
   * Hints that it lacks are asked for from the next run on.
   */
  registered?(repository: KnownRepository): Promise<{
    teams?: { slug: string; permission: string }[];
    lacks?: Lacks;
  }>;
}

export type FilesAnswer =
  | { state: 'unknown' }
  | { state: 'absent' }
  | {
      state: 'present';
      files: {
        url: string;
        path: string;
        text: string;
        oid: string;
        commit?: string;
        seenAt: string;
        lagMs?: number;
      }[];
    };
