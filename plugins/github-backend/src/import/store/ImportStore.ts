import type {
  ImportItem,
  ImportMode,
  ImportRun,
} from '@callboard/plugin-github-common';

/** A run as the database has it, for those who work on it. */
export interface StoredRun {
  id: string;
  host: string;
  organisation: string;
  status: ImportRun['status'];
  mode?: ImportMode;
}

/**
 * Plans and runs in the database. A process works on a run only while it holds the run's lease, so that two replicas never do the same
 * twice; whoever is lost while it works is followed by another one once the lease is over, by the database's clock.
 */
export interface ImportStore {
  create(options: {
    id: string;
    host: string;
    organisation: string;
    createdBy: string;
  }): Promise<void>;
  /** Newest first, without items. */
  list(): Promise<ImportRun[]>;
  find(options: { id: string; items: boolean }): Promise<ImportRun | undefined>;
  /** Takes the lease, where nobody else has it and there is something to do. */
  claim(options: { id: string; owner: string }): Promise<StoredRun | undefined>;
  /** Prolongs the lease; false where it was lost, or somebody has paused the run. */
  renew(options: { id: string; owner: string }): Promise<boolean>;
  /** Gives the lease back; whoever took it does so once it stops, however that came about. */
  release(options: { id: string; owner: string }): Promise<void>;
  /** Runs that nobody works on and that could go on. */
  due(): Promise<string[]>;
  /** How far a plan has come. */
  progress(options: {
    id: string;
    read: number;
    expected?: number;
  }): Promise<void>;
  /** The plan is there. False where the lease was lost: nothing is changed then. */
  planned(options: {
    id: string;
    owner: string;
    items: ImportItem[];
    reason?: string;
  }): Promise<boolean>;
  /**
   * Selects what is to be applied, and lets the run begin. `busy`: this run or another one of the organisation is under way. Items that failed are tried
   * again.
   */
  begin(options: {
    id: string;
    mode: ImportMode;
    /** `acme/shop`, as the plan has them; undefined goes on with what was selected. */
    repositories?: string[];
  }): Promise<{ outcome: 'begun' } | { outcome: 'busy'; by: string }>;
  /** The next item that is to be applied. */
  next(options: { id: string }): Promise<ImportItem | undefined>;
  outcome(options: {
    id: string;
    repository: string;
    outcome: NonNullable<ImportItem['outcome']>;
  }): Promise<void>;
  /** It goes on by itself at `until`. Nothing is changed where the lease was lost. */
  hold(options: {
    id: string;
    owner: string;
    reason: string;
    until: Date;
  }): Promise<void>;
  /** It goes on when somebody says so. False where there is nothing to pause. */
  pause(options: { id: string; reason: string }): Promise<boolean>;
  /** It is over. False where the lease was lost, or somebody has paused the run: nothing is changed then. */
  finish(options: {
    id: string;
    owner: string;
    status: 'done' | 'failed';
    reason?: string;
  }): Promise<boolean>;
}
