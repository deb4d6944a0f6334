/**
 * A pipe or terminal that nobody reads any more must not matter to the portal. Without a listener its error is an uncaught exception, which
 * is logged to that same pipe, and so on for ever.
 */
export function outliveReaders(streams: NodeJS.WritableStream[]): void {
  for (const stream of streams) {
    stream.on('error', () => {});
  }
}
