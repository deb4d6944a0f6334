const STATUSES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Has what is known by then said on stderr when somebody ends this process, Ctrl-C included, and ends it as they would expect. */
export function onInterrupt(options: {
  /** Without a full line end: `Interrupted. ...`. */
  say(): string;
}): void {
  for (const [signal, status] of Object.entries(STATUSES)) {
    process.once(signal, () => {
      process.stderr.write(`\n${options.say()}\n`, () => process.exit(status));
    });
  }
}
