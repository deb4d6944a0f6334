import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { PeopleSchedule } from '@callboard/plugin-access-common';
import { Duration } from 'luxon';
import { z } from 'zod';
import { askPlugin } from './askPlugin';

const answer = z.object({
  tasks: z.array(
    z.object({
      taskId: z.string(),
      settings: z.object({ cadence: z.string() }),
      taskState: z
        .object({
          startedAt: z.string().optional(),
          startsAt: z.string().optional(),
        })
        .nullish(),
    }),
  ),
});

/** The scheduled tasks of a plugin, by their ids. Undefined where they cannot be asked for. */
export async function readTasks(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  pluginId: string;
}): Promise<Map<string, PeopleSchedule> | undefined> {
  try {
    const response = await askPlugin({
      ...options,
      path: '/.backstage/scheduler/v1/tasks',
    });
    if (!response.ok) return undefined;
    const { tasks } = answer.parse(await response.json());
    return new Map(
      tasks.map(({ taskId, settings, taskState }) => [
        taskId,
        {
          ...everyOf(settings.cadence),
          ...(taskState?.startsAt && { nextAt: toIso(taskState.startsAt) }),
          ...(taskState?.startedAt && {
            runningSince: toIso(taskState.startedAt),
          }),
        },
      ]),
    );
  } catch {
    return undefined;
  }
}

/** A cadence is an ISO 8601 duration, a cron expression, or `manual`. */
function everyOf(cadence: string): Pick<PeopleSchedule, 'everyMs'> {
  const every = Duration.fromISO(cadence);
  return every.isValid ? { everyMs: every.toMillis() } : {};
}

function toIso(time: string): string {
  return new Date(time).toISOString();
}
