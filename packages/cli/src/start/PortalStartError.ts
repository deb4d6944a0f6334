/** The backend gave up while starting. `message` names each cause once, however many plugins it failed. */
export class PortalStartError extends Error {
  constructor(options: { cause: unknown; logFile: string }) {
    const reason =
      options.cause instanceof Error
        ? options.cause.message
        : String(options.cause);
    super(
      [
        'The portal could not start.',
        ...causes(reason).map(cause => `  ${cause}`),
        `  What to do: mend what the message names; the full log is in ${options.logFile}`,
      ].join('\n'),
    );
    this.name = 'PortalStartError';
  }
}

/** The backend's message has one line per plugin, and Node appends the chain of requiring files to some of them. */
function causes(message: string): string[] {
  const lines = message
    .replace(/\nRequire stack:(\n- .*)*/g, '')
    .split('\n')
    .filter(line => !line.startsWith('Backend startup failed'))
    .map(line => line.replace(/^.*startup failed; caused by /, '').trim())
    .filter(Boolean);
  return [...new Set(lines)];
}
