import { createRetries } from './createRetries';

function open() {
  const waited: number[] = [];
  const waiting = new Set<() => void>();
  const running: Promise<unknown>[] = [];
  const retries = createRetries({
    timers: {
      after({ ms, run }) {
        waited.push(ms);
        waiting.add(run);
        return () => waiting.delete(run);
      },
    },
    inBackground: work => running.push(work),
  });
  return {
    ...{ retries, waited, waiting },
    async wake() {
      await Promise.all(running);
      const due = [...waiting];
      waiting.clear();
      due.forEach(run => run());
      await Promise.all(running);
    },
  };
}

it('tries again after 10 seconds, then later each time, and leaves the rest to the schedule', async () => {
  const { retries, waited, wake } = open();
  const work = jest.fn().mockResolvedValue('failed');
  retries.run({ key: 'a', work });
  for (let index = 0; index < 9; index += 1) await wake();
  expect(waited).toEqual([10_000, 20_000, 40_000, 80_000, 160_000]);
  expect(work).toHaveBeenCalledTimes(6);
});

it('begins anew with what comes later, and ends where it is stopped', async () => {
  const { retries, waited, waiting, wake } = open();
  const first = jest.fn().mockResolvedValue('failed');
  const second = jest.fn().mockResolvedValue('failed');
  retries.run({ key: 'a', work: first });
  await wake();
  retries.run({ key: 'a', work: second });
  await wake();
  expect(waited).toEqual([10_000, 20_000, 10_000, 20_000]);
  expect(first).toHaveBeenCalledTimes(2);
  retries.stop();
  expect(waiting.size).toBe(0);
});
