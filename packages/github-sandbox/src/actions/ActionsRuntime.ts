import type { Sandbox } from '../core/Sandbox';
import { ConcurrencyGroups } from './execution/ConcurrencyGroups';
import { createLimiter } from '../git/process/createLimiter';
import type { RunExecution } from './execution/RunExecution';

/** So many jobs run at the same time; the shell runs in this process. */
const JOBS_AT_ONCE = 4;

/** What of Actions lives as long as the process: runs that go on, and who waits for whom. */
export interface ActionsRuntime {
  /** Runs that have not ended, by the number of the run. */
  executions: Map<number, RunExecution>;
  groups: ConcurrencyGroups;
  /** Lets some jobs run at a time. */
  limit: <T>(work: () => Promise<T>) => Promise<T>;
  /** The end of what is done for each repository, one thing after the other, so that numbers of runs follow the order of events. */
  turns: Map<number, Promise<unknown>>;
  /** Work on the past of seeded repositories. */
  replays: Map<number, Promise<void>>;
  /** Forgets the next scheduled start of each repository. */
  schedules: Map<number, () => void>;
  /** Tip of the default branch for which the list of workflows was read. */
  listed: Map<number, string>;
  /** Caches by repository, newest last. */
  caches: Map<number, CachedFiles[]>;
}

/** An entry of a repository's Actions cache. */
export interface CachedFiles {
  id: number;
  key: string;
  ref: string;
  files: Map<string, Buffer>;
  createdAt: string;
  lastAccessedAt: string;
}

const runtimes = new WeakMap<Sandbox, ActionsRuntime>();

export function runtimeOf(sandbox: Sandbox): ActionsRuntime {
  const existing = runtimes.get(sandbox);
  if (existing) return existing;
  const runtime: ActionsRuntime = {
    executions: new Map(),
    groups: new ConcurrencyGroups(),
    limit: createLimiter({ limit: JOBS_AT_ONCE }),
    turns: new Map(),
    replays: new Map(),
    schedules: new Map(),
    listed: new Map(),
    caches: new Map(),
  };
  runtimes.set(sandbox, runtime);
  return runtime;
}
