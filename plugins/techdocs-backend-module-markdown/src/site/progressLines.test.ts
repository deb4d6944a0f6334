import { progressLines } from './progressLines';

it('says how far a build is, four times a second at most, and at the end', () => {
  const lines: string[] = [];
  let now = 0;
  const tell = progressLines({
    write: (line, progress) =>
      lines.push(`${line} ${JSON.stringify(progress)}`),
    now: () => now,
  });
  for (let done = 1; done <= 10; done++) {
    now += 100;
    tell({ done, total: 10 });
  }
  const line = (done: number) =>
    `Rendered ${done} of 10 pages {"step":"render","done":${done},"total":10}`;
  expect(lines).toEqual([1, 4, 7, 10].map(line));
});
