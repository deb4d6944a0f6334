import type { ConnectionsOverview } from '@callboard/plugin-connections-common';

/** Runs all checks, and keeps what they found last. */
export interface Inspector {
  /** Never rejects for anything that is wrong outside: that is what it finds. */
  inspect(options?: InspectOptions): Promise<ConnectionsOverview>;
  /** What the last run found; `mayManage` is false here, since it depends on who asks. */
  overview(): ConnectionsOverview;
  /** After each run. Returns how to stop listening. */
  onResults(listener: (overview: ConnectionsOverview) => void): () => void;
}

export interface InspectOptions {
  /** Somebody waits: a run that began before this call will not do, and nothing remembered either. */
  asked?: boolean;
  /** Includes checks that have an effect. Implies `asked`. */
  onDemand?: boolean;
  /** Ids of checks; results of the others stay as they are. Implies `asked`. */
  only?: string[];
}
