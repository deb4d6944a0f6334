import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

/** Where catalog files are looked for: one entry of `catalog.providers.azureDevOps`. */
export interface Source {
  id: string;
  host: string;
  organization: string;
  project: string;
  repository: string;
  path: string;
  branch?: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
}
