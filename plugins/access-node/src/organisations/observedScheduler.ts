import type {
  SchedulerService,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import type { ProviderObservations } from './ProviderObservations';

/** A scheduler whose tasks are observed while they run, for the plugin `catalog`: providers read in tasks of its scheduler. */
export function observedScheduler(options: {
  scheduler: SchedulerService;
  observations: ProviderObservations;
}): SchedulerService {
  const { scheduler, observations } = options;
  const observed =
    (
      taskId: string,
      fn: SchedulerServiceTaskFunction,
    ): SchedulerServiceTaskFunction =>
    signal =>
      observations.run({
        taskId,
        // The types of the two forms, with and without a signal, do not go together.
        run: async () =>
          (fn as (signal: AbortSignal) => void | Promise<void>)(
            signal as AbortSignal,
          ),
      });
  return {
    triggerTask: id => scheduler.triggerTask(id),
    cancelTask: id => scheduler.cancelTask(id),
    getScheduledTasks: () => scheduler.getScheduledTasks(),
    scheduleTask: task =>
      scheduler.scheduleTask({ ...task, fn: observed(task.id, task.fn) }),
    createScheduledTaskRunner(schedule) {
      const runner = scheduler.createScheduledTaskRunner(schedule);
      return {
        run: task => runner.run({ ...task, fn: observed(task.id, task.fn) }),
      };
    },
  };
}
