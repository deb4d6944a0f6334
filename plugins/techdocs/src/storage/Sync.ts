import type { BuildSeen } from '../progress/DocsProgress';
import type { SyncOutcome } from './readSync';

/** How a sync ended, or that the portal refused it. */
export type SyncEnd = SyncOutcome | { outcome: 'refused'; error: Error };

/** One request to bring docs up to date. */
export class Sync {
  build: BuildSeen;
  end?: SyncEnd;
  readonly ended: Promise<SyncEnd>;
  /** Resolves when the same docs are synced again. */
  readonly superseded: Promise<void>;
  readonly settle: (end: SyncEnd) => void;
  readonly supersede: () => void;

  constructor(options: { startedAt: Date }) {
    this.build = {
      startedAt: options.startedAt,
      step: 'fetch',
      isShared: false,
      log: [],
    };
    let settle: (end: SyncEnd) => void;
    let supersede: () => void;
    this.ended = new Promise(resolve => {
      settle = resolve;
    });
    this.superseded = new Promise(resolve => {
      supersede = resolve;
    });
    this.settle = end => {
      this.end = end;
      settle(end);
    };
    this.supersede = () => supersede();
  }
}
