import { createSyncStream } from '../__testUtils__/createSyncStream';
import { readSync } from './readSync';

describe('readSync', () => {
  const read = (stream: ReturnType<typeof createSyncStream>) => {
    const lines: string[] = [];
    const outcome = readSync({
      body: stream.body,
      onLog: line => lines.push(line),
    });
    return { lines, outcome };
  };

  it('gives the log line by line, also where it comes in pieces', async () => {
    const stream = createSyncStream();
    const { lines, outcome } = read(stream);
    stream.raw('event: log\nda');
    stream.raw('ta: "One ✓"\n');
    stream.raw('\nevent: log\ndata: "Two"\n\nevent: fin');
    stream.raw('ish\ndata: {"updated":true}\n\n');
    await expect(outcome).resolves.toEqual({ outcome: 'updated' });
    expect(lines).toEqual(['One ✓', 'Two']);
  });

  it('tells how it ended', async () => {
    const unchanged = createSyncStream();
    unchanged.finish(false);
    await expect(read(unchanged).outcome).resolves.toEqual({
      outcome: 'unchanged',
    });
    const failed = createSyncStream();
    failed.error('mkdocs.yml is not valid YAML');
    await expect(read(failed).outcome).resolves.toEqual({
      outcome: 'failed',
      cause: 'mkdocs.yml is not valid YAML',
    });
  });

  it('does not wait for ever for a portal that was stopped', async () => {
    const stream = createSyncStream();
    stream.log('Step 1 of 3: Preparing');
    stream.close();
    await expect(read(stream).outcome).resolves.toEqual({
      outcome: 'failed',
      cause: expect.stringContaining('stopped answering'),
    });
  });
});
