import type { SchedulerService } from '@backstage/backend-plugin-api';
import {
  checkMissedDeliveries,
  type MissedDeliveriesOptions,
} from './missed/checkMissedDeliveries';

/** Looks for missed deliveries at the interval, in one replica at a time. */
export async function watchMissedDeliveries(
  options: MissedDeliveriesOptions & {
    scheduler: SchedulerService;
    everyMs: number;
  },
): Promise<void> {
  const { scheduler, everyMs } = options;
  await scheduler.scheduleTask({
    id: 'github-missed-deliveries',
    scope: 'global',
    frequency: { milliseconds: everyMs },
    timeout: { milliseconds: Math.max(everyMs, 5 * 60 * 1000) },
    fn: () => checkMissedDeliveries(options),
  });
}
