import { ConflictError } from '@backstage/errors';
import type { IndexRun } from '../engine/IndexRun';
import { SourceWatch } from './SourceWatch';

describe('SourceWatch', () => {
  const setup = () => {
    const world = {
      time: 0,
      value: 0,
      run: undefined as IndexRun | undefined,
      tasks: [{ id: 'task' }],
      triggerTask: jest.fn(async (_: string) => {}),
    };
    const watch = new SourceWatch({
      source: { type: 't', taskId: 'task', read: async () => world.value },
      lastRun: () => world.run,
      scheduler: {
        getScheduledTasks: async () => world.tasks as never,
        triggerTask: id => world.triggerTask(id),
      },
      now: () => world.time,
    });
    /** One look, after so many seconds. Tells whether it has started the indexing. */
    const look = async (seconds: number, value = world.value) => {
      world.time += seconds * 1000;
      world.value = value;
      world.triggerTask.mockClear();
      await watch.check();
      return world.triggerTask.mock.calls.length > 0;
    };
    const runs = (seconds: number) => {
      const startedAt = world.time;
      world.time += seconds * 1000;
      world.run = { startedAt, endedAt: world.time, failed: false };
    };
    return { world, look, runs, watch };
  };

  it('leaves a source alone that has nothing', async () => {
    const { look } = setup();
    expect(await look(2)).toBe(false);
    expect(await look(60)).toBe(false);
  });

  it('has the source indexed when it has come to rest, once', async () => {
    const { look, runs } = setup();
    expect(await look(2, 10)).toBe(false);
    expect(await look(2, 98)).toBe(false);
    expect(await look(2)).toBe(true);
    runs(0.1);
    expect(await look(2)).toBe(false);
    expect(await look(60)).toBe(false);
  });

  it('does not repeat what the schedule has done', async () => {
    const { look, runs } = setup();
    await look(2, 98);
    runs(0.1);
    expect(await look(2)).toBe(false);
  });

  it('indexes again what grew after the schedule had run', async () => {
    const { look, runs } = setup();
    await look(2, 5);
    runs(0.1);
    expect(await look(2, 98)).toBe(false);
    expect(await look(2)).toBe(true);
  });

  it('indexes a source that never rests every fifteen seconds', async () => {
    const { look, runs } = setup();
    const started: number[] = [];
    for (let i = 1; i <= 20; i += 1) {
      if (await look(2, i)) {
        started.push(i * 2);
        runs(0);
      }
    }
    expect(started).toEqual([16, 32]);
  });

  it('rests ten times as long as the indexing took', async () => {
    const { look, runs } = setup();
    await look(2, 10_000);
    runs(8);
    await look(2, 10_001);
    expect(await look(70)).toBe(false);
    expect(await look(9)).toBe(true);
  });

  it('waits while the indexing is under way', async () => {
    const { look, world } = setup();
    await look(2, 5);
    world.run = { startedAt: world.time, failed: false };
    await look(2, 6);
    expect(await look(30)).toBe(false);
    world.run.endedAt = world.time;
    expect(await look(2)).toBe(false);
    expect(await look(320)).toBe(true);
  });

  it('indexes again when the indexing has failed', async () => {
    const { look, runs, world } = setup();
    await look(2, 5);
    runs(0.1);
    world.run!.failed = true;
    expect(await look(2)).toBe(true);
    runs(0.1);
    expect(await look(2)).toBe(false);
  });

  it('says whether the source has changed', async () => {
    const { watch, world } = setup();
    expect(await watch.check()).toEqual({ changed: false });
    world.value = 1;
    expect(await watch.check()).toEqual({ changed: true });
    expect(await watch.check()).toEqual({ changed: false });
  });

  it('bears a task that has just begun by itself, and no other trouble', async () => {
    const { look, world } = setup();
    world.triggerTask.mockRejectedValueOnce(new ConflictError('running'));
    await look(2, 5);
    expect(await look(2)).toBe(true);
    world.triggerTask.mockRejectedValueOnce(new Error('no database'));
    await expect(look(2)).rejects.toThrow('no database');
  });

  it('starts nothing for a type without a collator', async () => {
    const { look, world } = setup();
    world.tasks = [];
    await look(2, 5);
    expect(await look(2)).toBe(false);
  });
});
