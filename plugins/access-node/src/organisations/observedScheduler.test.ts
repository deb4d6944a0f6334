import { mockServices } from '@backstage/backend-test-utils';
import { createProviderObservations } from './createProviderObservations';
import { observedScheduler } from './observedScheduler';
import type { ObservedSync } from './ObservedSync';

const schedule = { frequency: { hours: 1 }, timeout: { minutes: 1 } };
const task = { id: 'source:refresh', ...schedule };

function open() {
  const observations = createProviderObservations({ now: () => new Date() });
  const seen: ObservedSync[] = [];
  observations.subscribe(sync => seen.push(sync));
  const run = async ({ fn }: { fn: unknown }) => {
    await (fn as (signal: AbortSignal) => unknown)(AbortSignal.abort('why'));
  };
  const inner = mockServices.scheduler.mock({
    scheduleTask: run,
    createScheduledTaskRunner: () => ({ run }),
    getScheduledTasks: async () => [],
  });
  return {
    seen,
    inner,
    scheduler: observedScheduler({ scheduler: inner, observations }),
  };
}

it.each([
  [
    'scheduleTask',
    ({ scheduler }: ReturnType<typeof open>, fn: any) =>
      scheduler.scheduleTask({ ...task, fn }),
  ],
  [
    'a runner',
    ({ scheduler }: ReturnType<typeof open>, fn: any) =>
      scheduler.createScheduledTaskRunner(schedule).run({ id: task.id, fn }),
  ],
])('observes tasks of %s, and hands the signal on', async (_, start) => {
  const opened = open();
  const reasons: unknown[] = [];
  await start(opened, async (signal: AbortSignal) => {
    reasons.push(signal.reason);
  });
  expect(reasons).toEqual(['why']);
  expect(opened.seen).toMatchObject([{ providerName: 'source' }]);
});

it('is the scheduler otherwise', async () => {
  const { scheduler, inner } = open();
  await scheduler.triggerTask('a');
  await scheduler.cancelTask('b');
  await expect(scheduler.getScheduledTasks()).resolves.toEqual([]);
  expect(inner.triggerTask).toHaveBeenCalledWith('a');
  expect(inner.cancelTask).toHaveBeenCalledWith('b');
});
