import type { ImportRun } from '@callboard/plugin-github-common';
import { createProgress } from './createProgress';

function shown(isTTY: boolean, runs: Partial<ImportRun>[]) {
  const written: string[] = [];
  const progress = createProgress({
    stream: {
      ...{ isTTY, columns: 60 },
      write: (text: string) => written.push(text) > 0,
    } as unknown as NodeJS.WriteStream,
  });
  runs.forEach(run =>
    progress.show({ status: 'running', ...run } as ImportRun),
  );
  progress.end();
  return written;
}

it('draws a bar over itself at a terminal', () => {
  expect(
    shown(true, [
      { status: 'planning', done: 0, total: 0 },
      { done: 5, total: 10 },
      {
        ...{ status: 'paused', done: 10, total: 10 },
        statusReason: 'GitHub allows 80 changes a minute',
      },
    ]),
  ).toEqual([
    `\r\x1b[2K[${'-'.repeat(30)}] reading GitHub`,
    `\r\x1b[2K[${'#'.repeat(15)}${'-'.repeat(15)}] 5 of 10 `,
    `\r\x1b[2K[${'#'.repeat(30)}] 10 of 10 waits: GitHub all`,
    '\n',
  ]);
});

it('writes a line a tenth elsewhere', () => {
  const runs = Array.from({ length: 101 }, (_, done) => ({ done, total: 100 }));
  const lines = shown(false, runs);
  expect(lines).toHaveLength(11);
  expect(lines.at(-1)).toBe('100 of 100\n');
});
