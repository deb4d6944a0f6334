/** The backend gave up while starting. `message` names each plugin that failed, and why. */
export class PortalStartError extends Error {
  constructor(options: { cause: unknown; logFile: string }) {
    const reason =
      options.cause instanceof Error
        ? options.cause.message
        : String(options.cause);
    super(
      `The portal could not start.\n  ${withoutStacks(
        reason,
      )}\n  What to do: mend what the message names; the full log is in ${
        options.logFile
      }`,
    );
    this.name = 'PortalStartError';
  }
}

/** Node appends the chain of requiring files to some messages. */
function withoutStacks(message: string) {
  return message.replace(/\nRequire stack:(\n- .*)*/g, '');
}
