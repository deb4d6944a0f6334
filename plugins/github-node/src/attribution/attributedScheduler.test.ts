import { mockServices } from '@backstage/backend-test-utils';
import type { CallScope } from '../scope/CallScope';
import { currentScope, runInScope } from '../scope/runInScope';
import { attributedScheduler } from './attributedScheduler';

const schedule = { frequency: { hours: 1 }, timeout: { minutes: 1 } };
const EXPECTED = {
  pluginId: 'catalog',
  priority: 'background',
  person: undefined,
};

function schedulerThatRunsAtOnce() {
  const run = async (task: { fn: unknown }) => {
    await (task.fn as (signal: AbortSignal) => unknown)(
      AbortSignal.abort('the signal'),
    );
  };
  return attributedScheduler({
    scheduler: mockServices.scheduler.mock({
      scheduleTask: run,
      createScheduledTaskRunner: () => ({ run }),
    }),
    pluginId: 'catalog',
  });
}

it.each([
  [
    'scheduleTask',
    (fn: () => void) =>
      schedulerThatRunsAtOnce().scheduleTask({ ...schedule, id: 'a', fn }),
  ],
  [
    'a runner',
    (fn: () => void) =>
      schedulerThatRunsAtOnce()
        .createScheduledTaskRunner(schedule)
        .run({ id: 'a', fn }),
  ],
])('runs tasks of %s for the plugin', async (_, start) => {
  const found: (CallScope | undefined)[] = [];
  await runInScope(
    { pluginId: 'other', person: 'user:default/mel', priority: 'person' },
    () => start(() => found.push(currentScope())),
  );
  expect(found).toEqual([EXPECTED]);
});

it('hands the signal on, and the error back', async () => {
  const fn = jest.fn(async (signal: AbortSignal) => {
    throw new Error(String(signal.reason));
  });
  await expect(
    schedulerThatRunsAtOnce().scheduleTask({ ...schedule, id: 'a', fn }),
  ).rejects.toThrow('the signal');
});

it('is the scheduler otherwise', async () => {
  const inner = mockServices.scheduler.mock({
    getScheduledTasks: async () => [],
  });
  const scheduler = attributedScheduler({
    scheduler: inner,
    pluginId: 'catalog',
  });
  await scheduler.triggerTask('a');
  await scheduler.cancelTask('b');
  await expect(scheduler.getScheduledTasks()).resolves.toEqual([]);
  expect(inner.triggerTask).toHaveBeenCalledWith('a');
  expect(inner.cancelTask).toHaveBeenCalledWith('b');
});
