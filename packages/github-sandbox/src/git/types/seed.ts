import { Signature } from './objects';

/** The content of one file of a seed commit; `null` deletes the file. */
export type SeedFile =
  | string
  | Buffer
  | { content: string | Buffer; executable?: boolean }
  | null;

/** One commit of a seed. `id` is a name within the seed, not a SHA. `files` are changes on top of the first parent. */
export interface SeedCommit {
  id: string;
  /** The branch that this commit is put on; default: the default branch. A new branch starts where `parents` says, else without a parent. */
  branch?: string;
  /** Ids of earlier commits of the seed; default: the previous commit of the branch. */
  parents?: string[];
  message: string;
  author: Signature;
  /** Default: the author. */
  committer?: Signature;
  files: Record<string, SeedFile>;
}

/** What a repository holds when it is opened for the first time. Commits are listed parents first. */
export interface SeedHistory {
  defaultBranch: string;
  commits: SeedCommit[];
  /** Further branches, by name: the id of the commit they point at. They win over what `SeedCommit.branch` says. */
  branches?: Record<string, string>;
  /** Tags, by name: the id of a commit (lightweight) or an annotated tag of it. */
  tags?: Record<
    string,
    string | { commit: string; message: string; tagger: Signature }
  >;
}
