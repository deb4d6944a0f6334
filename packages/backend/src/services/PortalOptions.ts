import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { ConfigSchema } from '@backstage/config-loader';
import type { LauncherFindingsService } from '@callboard/plugin-connections-backend';

/** What the launcher hands to the backend. */
export interface PortalOptions {
  /** The effective configuration, all layers merged. Its `subscribe` tells of what changes while the portal runs. */
  config: RootConfigService;
  /** What the launcher found out about it, at start and since. */
  findings?: LauncherFindingsService;
  /**
   * The schema of all packages, as collected by the build. It tells which values are secret, so that logs mask them.
   * Without it the schema is collected at start, as stock Backstage does.
   */
  schema?: ConfigSchema;
  /** How log lines are written; see `LogOutput`. */
  log?: LogOutput;
  /**
   * How long requests in flight may take to finish once the portal is asked to stop, in milliseconds.
   * @defaultValue 10000
   */
  shutdownGraceMs?: number;
}

/**
 * `json` writes every line as JSON to stdout, for containers. `text` writes warnings and errors in words to stderr and everything
 * as JSON to `file`, for people at a terminal.
 */
export type LogOutput =
  | { format: 'json' }
  | {
      format: 'text';
      file: string;
      verbose: boolean;
      /** While it returns true only the file is written: a failing start is told in one message of its own. */
      isQuiet?: () => boolean;
    };
