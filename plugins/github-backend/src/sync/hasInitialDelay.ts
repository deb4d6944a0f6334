import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { durationToMilliseconds } from '@backstage/types';
import { Duration } from 'luxon';

/** Whether a task waits before its first run. */
export function hasInitialDelay(
  schedule: SchedulerServiceTaskScheduleDefinition,
): boolean {
  const { initialDelay } = schedule;
  if (!initialDelay) return false;
  return Duration.isDuration(initialDelay)
    ? initialDelay.as('milliseconds') > 0
    : durationToMilliseconds(initialDelay) > 0;
}
