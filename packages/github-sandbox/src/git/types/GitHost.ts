import { GitRepository } from './GitRepository';
import { SeedHistory } from './seed';

/** All repositories of a sandbox: bare git repositories under one directory, each made when it is first opened. */
export interface GitHost {
  /** The directory that holds the repositories. */
  readonly directory: string;
  /** Opens a repository; `id` is like `42` or `42.wiki`. Creates it from its seed on first use; concurrent calls share one creation. Throws if `has` is false. */
  open(options: { id: string }): Promise<GitRepository>;
  /** Registers a repository; nothing is written until it is opened. What is on disk already wins over the seed. */
  create(options: {
    id: string;
    defaultBranch: string;
    seed?: () => Promise<SeedHistory>;
  }): void;
  /** Copies objects, branches and tags (not `refs/pull`); with `defaultBranchOnly` only that branch. Throws if `id` exists. */
  fork(options: {
    from: string;
    id: string;
    defaultBranchOnly?: boolean;
  }): Promise<void>;
  /** Deletes a repository from disk and memory; one that does not exist is no error. */
  remove(options: { id: string }): Promise<void>;
  /** Whether the repository is registered or on disk (a restart finds what is on disk). */
  has(options: { id: string }): boolean;
  /** Ends the git processes that are still there. The host can be used again afterwards. */
  close(): Promise<void>;
}
