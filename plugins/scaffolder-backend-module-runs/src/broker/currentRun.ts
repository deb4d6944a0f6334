import { AsyncLocalStorage } from 'node:async_hooks';
import type { JsonObject } from '@backstage/types';

/** What `begin` answers. */
export interface BegunCall {
  wasBegun: boolean;
  refused(): Promise<void>;
}

/** The run whose step is being executed, for actions. */
export interface CurrentRun {
  taskId: string;
  /** When the run was ordered: an ISO 8601 instant. The same in every attempt, so what is made from it is, too. */
  createdAt: string;
  /**
   * Asks the database whether this process still has the run. To be called right before a call that must not be made twice.
   *
   * @throws ConflictError when another process has taken the run over, or may have; Error when somebody has cancelled it.
   */
  assertMine(): Promise<void>;
  /**
   * Notes, in what the run has got to, that a call is about to be made which cannot be made twice and whose answer may never arrive.
   *
   * @param key - Names the call, within the run.
   * @returns Whether an earlier attempt at the run began it without ever being told that it was refused; and a function that takes the note
   * back, for a call that was refused.
   * @throws As `assertMine`.
   */
  begin(options: { key: string }): Promise<BegunCall>;
  /** Adds an event to the log of the run, masked. Of `RunEventBody`, `message` and whatever says more: `stepId`, `credential`. */
  tell(event: { message: string; stepId?: string } & JsonObject): Promise<void>;
  /** Keeps what an action is about to throw, so that the cause of the failure can be read from it rather than from its text. */
  noteFailure(error: unknown): void;
}

const runs = new AsyncLocalStorage<CurrentRun | undefined>();

/** The run within whose step this is called; undefined elsewhere, and in a dry run. */
export function currentRun(): CurrentRun | undefined {
  return runs.getStore();
}

/** Has the calling function and all that it calls from now on be within a run. */
export function enterRun(run: CurrentRun | undefined): void {
  runs.enterWith(run);
}
