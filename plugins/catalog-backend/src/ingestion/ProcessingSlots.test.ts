import { ProcessingSlots } from './ProcessingSlots';

describe('ProcessingSlots', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const hang = (count: number, slots: ProcessingSlots) => {
    let running = 0;
    let most = 0;
    const ends: (() => void)[] = [];
    const all = Array.from({ length: count }, () =>
      slots.run(async () => {
        most = Math.max(most, ++running);
        await new Promise<void>(resolve => ends.push(resolve));
        running--;
      }),
    );
    return {
      most: () => most,
      async end() {
        while (ends.length > 0) {
          ends.splice(0).forEach(end => end());
          await jest.advanceTimersByTimeAsync(0);
        }
        await Promise.all(all);
      },
    };
  };

  it('runs 64 side by side, and all in the end', async () => {
    const slots = new ProcessingSlots();
    const tasks = hang(200, slots);
    await jest.advanceTimersByTimeAsync(0);
    expect(tasks.most()).toBe(64);
    expect(slots.isFull).toBe(true);
    await tasks.end();
    expect(tasks.most()).toBe(64);
    expect(slots.isFull).toBe(false);
    expect(slots.slow).toBe(0);
  });

  it('gives the slots of those that hang to others, but for so many only', async () => {
    const slots = new ProcessingSlots();
    const tasks = hang(1_000, slots);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(tasks.most()).toBe(64 + 256);
    expect(slots.slow).toBe(256);
    await tasks.end();
    expect(slots.slow).toBe(0);
    const quick = jest.fn();
    await slots.run(quick);
    expect(quick).toHaveBeenCalled();
  });

  it('passes errors on, and frees the slot', async () => {
    const slots = new ProcessingSlots();
    for (let i = 0; i < 100; i++) {
      await expect(
        slots.run(async () => {
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
    }
    expect(slots.isFull).toBe(false);
  });
});
