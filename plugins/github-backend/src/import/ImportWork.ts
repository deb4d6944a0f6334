/** Works on plans and runs in the background. */
export interface ImportWork {
  /** Begins, or goes on with, this one. Does not wait for it. */
  kick(id: string): void;
  /** Takes up what nobody works on: what waited for a limit, and what a process that is lost has left. */
  tick(): Promise<void>;
  /** Resolves once this process works on nothing. For tests and the end of the process. */
  idle(): Promise<void>;
  /** Begins nothing any more, and stops after the item that is under way. */
  close(): Promise<void>;
}
