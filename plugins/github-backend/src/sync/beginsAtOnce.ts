import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { durationToMilliseconds } from '@backstage/types';
import { Duration } from 'luxon';

/** Whether a task may run at the start of a process: it is not one that is only run by hand, and has no initial delay. */
export function beginsAtOnce(
  schedule: SchedulerServiceTaskScheduleDefinition,
): boolean {
  const { frequency, initialDelay } = schedule;
  if ('trigger' in frequency) return false;
  if (!initialDelay) return true;
  return Duration.isDuration(initialDelay)
    ? initialDelay.as('milliseconds') <= 0
    : durationToMilliseconds(initialDelay) <= 0;
}
