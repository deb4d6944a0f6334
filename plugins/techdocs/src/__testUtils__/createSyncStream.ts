/** A stream of server-sent events, as TechDocs writes them while it builds. */
export function createSyncStream() {
  let controller: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start(each) {
      controller = each;
    },
  });
  const bytes = (text: string) => new TextEncoder().encode(text);
  const send = (event: string, data: unknown) =>
    controller.enqueue(
      bytes(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    );
  return {
    body,
    raw: (text: string) => controller.enqueue(bytes(text)),
    log: (text: string, level = 'info') =>
      send(
        'log',
        `\u001b[32m${level}\u001b[39m: ${text} {"timestamp":"2026-11-27T05:00:00.000Z"}`,
      ),
    finish: (updated: boolean) => send('finish', { updated }),
    error: (message: string) => send('error', message),
    close: () => controller.close(),
    breakOff: () => controller.error(new TypeError('network error')),
  };
}
