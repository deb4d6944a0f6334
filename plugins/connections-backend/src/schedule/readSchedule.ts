import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { Duration } from 'luxon';

const KEY = 'callboard.connections.schedule';

/** When the checks run by themselves: every minute, the first time some seconds after the start. Every replica runs its own. */
export function readSchedule(options: { config: Config }): {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** 0 for a schedule that is no interval. */
  everySeconds: number;
} {
  const configured = options.config.getOptionalConfig(KEY);
  const schedule: SchedulerServiceTaskScheduleDefinition = configured
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(configured)
    : {
        frequency: { minutes: 1 },
        timeout: { minutes: 2 },
        initialDelay: { seconds: 5 },
      };
  return {
    // What a replica sees of a network, a clock and a file is its own.
    schedule: { ...schedule, scope: 'local' },
    everySeconds: secondsOf(schedule.frequency),
  };
}

function secondsOf(
  frequency: SchedulerServiceTaskScheduleDefinition['frequency'],
): number {
  if (Duration.isDuration(frequency)) return frequency.as('seconds');
  return 'cron' in frequency || 'trigger' in frequency
    ? 0
    : durationToMilliseconds(frequency as HumanDuration) / 1000;
}
