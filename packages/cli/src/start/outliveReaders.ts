const ignore = () => {};

/**
 * A pipe or terminal that nobody reads any more must not matter to a command. Without a listener its error is an uncaught exception, which a
 * portal logs to that same pipe, and so on for ever.
 */
export function outliveReaders(streams: NodeJS.WritableStream[]): void {
  for (const stream of streams) {
    if (!stream.listeners('error').includes(ignore)) {
      stream.on('error', ignore);
    }
  }
}
