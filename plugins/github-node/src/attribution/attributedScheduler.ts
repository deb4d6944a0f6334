import type {
  SchedulerService,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import { runInScope } from '../scope/runInScope';

/** A scheduler whose tasks run for the plugin, in the background, whoever has scheduled or triggered them. */
export function attributedScheduler(options: {
  scheduler: SchedulerService;
  pluginId: string;
}): SchedulerService {
  const { scheduler, pluginId } = options;
  const attributed =
    (fn: SchedulerServiceTaskFunction): SchedulerServiceTaskFunction =>
    signal =>
      runInScope(
        { pluginId, person: undefined, priority: 'background' },
        // The types of the two forms, with and without a signal, do not go together.
        async () =>
          (fn as (signal: AbortSignal) => void | Promise<void>)(
            signal as AbortSignal,
          ),
      );
  return {
    triggerTask: id => scheduler.triggerTask(id),
    cancelTask: id => scheduler.cancelTask(id),
    getScheduledTasks: () => scheduler.getScheduledTasks(),
    scheduleTask: task =>
      scheduler.scheduleTask({ ...task, fn: attributed(task.fn) }),
    createScheduledTaskRunner(schedule) {
      const runner = scheduler.createScheduledTaskRunner(schedule);
      return {
        run: task => runner.run({ ...task, fn: attributed(task.fn) }),
      };
    },
  };
}
