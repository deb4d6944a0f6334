import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { RepositorySource } from '../config/GithubSettings';
import { lowerKey } from '../store/lowerKey';
import { frequencyMsOf } from './frequencyMsOf';

/** What is asked by itself: an organisation, or all those of an App. */
export interface MirrorTask {
  id: string;
  host: string;
  organisation?: string;
  app?: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/** One task for each organisation or App, however many sources read it: the one that is read most often decides. */
export function planTasks(sources: RepositorySource[]): MirrorTask[] {
  const tasks = new Map<string, MirrorTask>();
  for (const { host, organization, app, schedule } of sources) {
    const what = organization ? lowerKey(organization) : `app:${app}`;
    const id = `github-mirror:${host}:${what}`;
    const earlier = tasks.get(id);
    if (!earlier || isMoreOften(schedule, earlier.schedule)) {
      tasks.set(id, {
        id,
        host,
        ...(organization ? { organisation: organization } : { app }),
        schedule,
      });
    }
  }
  return [...tasks.values()];
}

function isMoreOften(
  one: SchedulerServiceTaskScheduleDefinition,
  other: SchedulerServiceTaskScheduleDefinition,
) {
  return (frequencyMsOf(one) ?? Infinity) < (frequencyMsOf(other) ?? Infinity);
}
