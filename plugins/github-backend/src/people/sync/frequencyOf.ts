import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Duration } from 'luxon';

/** The time between two runs in milliseconds; undefined where it is a cron expression or left to people. */
export function frequencyOf(
  schedule: SchedulerServiceTaskScheduleDefinition,
): number | undefined {
  const { frequency } = schedule;
  if (Duration.isDuration(frequency)) return frequency.toMillis();
  if ('cron' in frequency || 'trigger' in frequency) return undefined;
  return Duration.fromObject(frequency).toMillis();
}
