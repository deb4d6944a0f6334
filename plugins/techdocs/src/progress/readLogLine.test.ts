import { advance } from './advance';
import type { BuildSeen } from './DocsProgress';
import { readLogLine } from './readLogLine';

describe('readLogLine', () => {
  it.each([
    [
      '\u001b[32minfo\u001b[39m: Rendered 4 of 9 pages {"docs":{"step":"render","done":4,"total":9},"timestamp":"2026"}',
      { level: 'info', text: 'Rendered 4 of 9 pages' },
    ],
    [
      '\u001b[33mwarn\u001b[39m: a.md: {"x"} stays {"timestamp":"2026"}',
      { level: 'warn', text: 'a.md: {"x"} stays' },
    ],
    ['error: Two\nlines', { level: 'error', text: 'Two\nlines' }],
    ['INFO - Cleaning', { level: 'info', text: 'INFO - Cleaning' }],
  ])('reads %j', (line, read) => {
    expect(readLogLine(line)).toEqual(read);
  });
});

describe('advance', () => {
  const start: BuildSeen = {
    startedAt: new Date(),
    step: 'fetch',
    isShared: false,
    log: [],
  };
  const after = (...texts: string[]) =>
    texts.reduce<BuildSeen>(
      (build, text) => advance({ build, line: { level: 'info', text } }),
      start,
    );

  it('knows the step, and how many pages are rendered', () => {
    expect(after('Step 1 of 3: Preparing docs').step).toBe('fetch');
    expect(after('Step 2 of 3: Generating docs').pages).toBeUndefined();
    const built = after('Step 2 of 3: Generating', 'Rendered 12 of 91 pages');
    expect(built).toMatchObject({
      step: 'build',
      pages: { done: 12, total: 91 },
      isShared: false,
    });
    expect(after('Step 3 of 3: Publishing docs').step).toBe('publish');
  });

  it('knows that somebody else began, and keeps the end of a long log', () => {
    expect(
      after('These docs are being built already: waiting for that build')
        .isShared,
    ).toBe(true);
    const { log } = after(...Array.from({ length: 2_100 }, (_, i) => `${i}`));
    expect(log).toHaveLength(2_000);
    expect(log.at(-1)?.text).toBe('2099');
  });
});
