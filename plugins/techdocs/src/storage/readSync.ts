/** What became of a request to bring docs up to date. */
export type SyncOutcome =
  | { outcome: 'updated' }
  | { outcome: 'unchanged' }
  | { outcome: 'failed'; cause: string };

const CUT_SHORT =
  'The portal stopped answering before the build was over. It may have been restarted.';

/**
 * Reads the server-sent events with which TechDocs answers a request to sync: its log line by line, then how it ended.
 *
 * @throws what the stream throws when the connection breaks.
 */
export async function readSync(options: {
  body: ReadableStream<Uint8Array>;
  /** A line of the log, as it was sent. */
  onLog: (line: string) => void;
}): Promise<SyncOutcome> {
  const { body, onLog } = options;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: !done });
    const events = text.split(/\r?\n\r?\n/);
    text = events.pop()!;
    for (const event of events) {
      const { name, data } = readEvent(event);
      if (name === 'log' && data !== undefined) onLog(String(data));
      if (name === 'finish') {
        await reader.cancel();
        const { updated } = (data ?? {}) as { updated?: boolean };
        return { outcome: updated ? 'updated' : 'unchanged' };
      }
      if (name === 'error') {
        await reader.cancel();
        return { outcome: 'failed', cause: String(data) };
      }
    }
    if (done) return { outcome: 'failed', cause: CUT_SHORT };
  }
}

function readEvent(event: string): { name?: string; data?: unknown } {
  const lines = event.split(/\r?\n/);
  const field = (name: string) =>
    lines.find(line => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const data = field('data');
  try {
    return { name: field('event'), data: data && JSON.parse(data) };
  } catch {
    return { name: field('event'), data };
  }
}
