/** The exit statuses of every command. */
export const ExitStatus = {
  done: 0,
  /** It ran and something is wrong. */
  failed: 1,
  wrongUsage: 2,
  /** The configuration cannot start a portal (EX_CONFIG of sysexits.h). */
  cannotStart: 78,
} as const;
