import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { Duration } from 'luxon';

/** How often a task runs, in milliseconds; undefined for one that a crontab or somebody starts. */
export function frequencyMsOf(
  schedule: SchedulerServiceTaskScheduleDefinition,
): number | undefined {
  const { frequency } = schedule;
  if ('cron' in frequency || 'trigger' in frequency) {
    return undefined;
  }
  return Duration.isDuration(frequency)
    ? frequency.toMillis()
    : durationToMilliseconds(frequency as HumanDuration);
}
