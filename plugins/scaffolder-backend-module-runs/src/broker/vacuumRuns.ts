import type { ForsakenRun } from '../store/findForsakenRuns';
import { endForsaken } from './recoverRuns';
import type { RunServices } from './RunServices';

const MESSAGE =
  'The task was cancelled because the task worker lost connection to the task broker';

/** Ends runs that are not heard of, as stock's `vacuumTasks` does, with its audit event. */
export async function vacuumRuns(options: {
  services: RunServices;
  find: () => Promise<ForsakenRun[]>;
}): Promise<void> {
  const { services, find } = options;
  const { auditor, logger } = services;
  for (const run of await find()) {
    const audited = await auditor?.createEvent({
      eventId: 'task',
      severityLevel: 'medium',
      meta: { actionType: 'stale-cancel', taskId: run.taskId },
    });
    try {
      await endForsaken({
        services,
        run,
        message: MESSAGE,
        cause: {
          code: 'timed-out',
          title: MESSAGE,
          remedy: 'Retry goes on from the step at which it stopped.',
        },
      });
      await audited?.success();
    } catch (error) {
      logger.warn(`Failed to cancel task '${run.taskId}', ${error}`);
      await audited?.fail({ error: error as Error });
    }
  }
}
