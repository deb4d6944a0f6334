import type { HumanDuration } from '@backstage/types';

export interface Config {
  callboard?: {
    /** Runs of templates. */
    templates?: {
      /**
       * The key with which secrets, state and files of runs are encrypted in the database: at least 32 random characters, the same for all
       * replicas. The launcher keeps one in the data directory; without either, one is made for the process, and a run that a restart
       * interrupts cannot be taken up again.
       * @visibility secret
       */
      key?: string;
      /**
       * How long what a run had got to, and its files, are kept after its end, so that it can be retried. Secrets are never kept. 7 days
       * when absent.
       */
      keepFailed?: HumanDuration | string;
    };
  };
  scaffolder?: {
    /** Stock's keys; this is what they mean here. */
    taskRecovery?: {
      /** A run whose process ends goes on in another one, or after the restart, with the step at which it was. */
      enabled?: boolean;
      /**
       * A process that is not heard of for this long loses its runs to another one; it gives them up by itself after half of that. 30
       * seconds when absent. On SQLite, runs go on as soon as the portal is there again.
       */
      staleTimeout?: HumanDuration | string;
      /** Files of runs are kept in the database, encrypted. */
      workspaceProvider?: 'database';
    };
  };
}
