import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { OrganisationStatus } from '@callboard/plugin-github-common';
import type { GithubMirror } from '../sync/GithubMirror';
import { createFreshnessAlarm } from './createFreshnessAlarm';
import { observeMirror, type MirrorMetrics } from './observeMirror';
import type { PeopleView } from './PeopleView';
import { readStatus } from './readStatus';

const EVERY = { seconds: 30 };

/** Watches how fresh the catalog is, in each replica: metrics, and a line in the log when that changes. It asks the database, never GitHub. */
export async function startFreshness(options: {
  mirror: Pick<GithubMirror, 'status'>;
  people?: Pick<PeopleView, 'status'>;
  targetLagMs: number;
  metrics: MetricsService;
  scheduler: SchedulerService;
  logger: LoggerService;
  now(): Date;
}): Promise<MirrorMetrics> {
  const { scheduler } = options;
  let last: OrganisationStatus[] = [];
  const watch = createFreshnessAlarm(options);
  await scheduler.scheduleTask({
    id: 'github-freshness',
    scope: 'local',
    frequency: EVERY,
    timeout: EVERY,
    // What the portal was stopped over is not judged before the first run had its time.
    initialDelay: { minutes: 1 },
    fn: async () => {
      last = await readStatus(options);
      watch(last);
    },
  });
  return observeMirror({ ...options, status: () => last });
}
